import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { eventSchema } from '../../../lib/record/event.ts'
import { openDataFolder } from '../files/data-folder.ts'
import { sourceGlobals } from '../render/globals.ts'
import { createSourceNames } from '../render/guard/source-names.ts'

const data = fileURLToPath(new URL('../../../data', import.meta.url))
const readme = readFileSync(join(data, 'README.md'), 'utf8')

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly default?: unknown
}

/** Every setting of a schema, with its default as data/README.md writes it. In the file, a class's code is its key. */
function settingsOf({ properties = {}, required = [] }: JsonSchema, prefix = ''): [string, string][] {
  return Object.entries(properties).flatMap(([name, schema]): [string, string][] => {
    if (name === 'code') return []
    if (schema.properties) return settingsOf(schema, `${name}.`)
    const none = schema.default === undefined || String(schema.default) === ''
    const value = required.includes(name) ? 'must be there' : none ? 'none' : String(schema.default)
    const parts = schema.items ? settingsOf(schema.items, name === 'classes' ? 'classes.STR.' : `${name}.`) : []
    return [[`${prefix}${name}`, value], ...parts]
  })
}

test('data/README.md names every setting of an event with its default, and no other', () => {
  const rows = [...readme.matchAll(/^\| `([a-zA-Z_.]+)` \| .+ \| `?([^|`]+)`? \|$/gm)]
  const documented = new Map(rows.map(([, setting = '', value = '']) => [setting, value]))
  const event = settingsOf(z.toJSONSchema(eventSchema, { io: 'input' }) as JsonSchema)
  // Sources are beside the event: the address of a timing system goes to nobody. A table goes into the classes.
  expect(documented).toEqual(new Map([...event, ['index_table', 'none'], ['sources.karts.rmonitor', 'none']]))
})

test('data/README.md names every reader, and every example', () => {
  for (const name of Object.keys(
    sourceGlobals(openDataFolder(data), { warnings: [], unterminated: [] }, createSourceNames()),
  )) {
    expect(readme).toContain(`\`${name}(`)
  }
  for (const name of readdirSync(join(data, 'examples'))) expect(readme).toContain(`examples/${name}\``)
})
