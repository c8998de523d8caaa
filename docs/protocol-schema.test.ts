import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksumOf, formatChecksum } from '../lib/list/checksum.ts'
import { byName } from '../lib/record/driver.ts'
import { maximumAttributes, maximumTextLength } from '../lib/record/driver-schema.ts'
import { allDriversSchema } from '../lib/sync/protocol.ts'
import { definitionTexts, fieldTexts } from '../scripts/protocol/descriptions.ts'
import { frozenFile, protocolDocuments } from '../scripts/protocol/documents.ts'
import { readExamples } from '../scripts/protocol/examples.ts'
import { compareFields, type Fields, readFields } from '../scripts/protocol/frozen-fields.ts'
import { messageSchemas } from '../scripts/protocol/json-schema.ts'
import { readProtocolDocuments } from '../server/http/protocol-documents.ts'
import { repetitions } from '../testing/repetitions.ts'
import { damaged, damages, type Path, pathsIn, withValue } from './damage.fixture.ts'
import { codeIn, readText, tableBelow } from './markdown.ts'
import { messages } from './protocol-messages.fixture.ts'

const promise = `Version 1 is a promise to programs that other people wrote, in browsers and on servers.
Within it, a field may be added that can be absent: \`npm run protocol\` writes that down. Everything else breaks somebody:
taking away, renaming, another type, another limit, one choice more, what must be there and what need not.`

const documents = protocolDocuments()
const schema = JSON.parse(readText('docs/protocol/v1.json'))
const frozen = readFields(readText(`docs/protocol/${frozenFile}`))
const { valid, invalid } = readExamples()
const examples = Object.entries(valid).flatMap(([action, list]) => list.map((example) => ({ action, ...example })))

/** Two validators of v1.json: for its own draft, and for the older draft that AsyncAPI and many tools use. */
const { $schema: _draft, ...withoutDraft } = schema
const newer = new Ajv2020({ strict: true, strictTypes: true }).addSchema(schema, 'v1.json')
const older = new Ajv({ strict: true, strictTypes: true }).addSchema(withoutDraft, 'v1.json')

/** The verdicts of the code, of the schema, and of the schema in older tools. */
function verdicts(action: string, message: unknown): readonly unknown[] {
  const reference = `v1.json#/$defs/${action}`
  const code = messageSchemas.get(action)?.safeParse(message).success
  return [code, newer.validate(reference, message), older.validate(reference, message)]
}

const accepted = [true, true, true]
const refused = [false, false, false]

describe('version 1', () => {
  test('breaks no promise and has no field without one', () => {
    const { breaks, added } = compareFields(frozen, documents.fields)
    expect(breaks, promise).toEqual([])
    expect(added, `${promise}\n\nRun \`npm run protocol\`: these fields are not written down yet.`).toEqual([])
  })

  test.each([...documents.files])('has %s as the code makes it', (name, text) => {
    expect(readText(`docs/protocol/${name}`), `Run \`npm run protocol\`.\n\n${promise}`).toBe(text)
  })

  test('has a description of exactly every message, record and field', () => {
    expect(Object.keys(definitionTexts)).toEqual(Object.keys(schema.$defs))
    const fields = [...documents.fields.keys()].filter((path) => !(path in schema.$defs) && !path.endsWith('[]'))
    expect(Object.keys(fieldTexts).sort()).toEqual(fields.sort())
  })
})

describe('PROTOCOL.md', () => {
  const document = readText('docs/PROTOCOL.md')

  test('names every protocol document of the server with its path', () => {
    const served = tableBelow(document, 'Every running server has the first three for anybody, of any origin:')
    expect(served.flatMap(([, path = '']) => codeIn(path))).toEqual([...readProtocolDocuments().keys()])
  })

  test('names every extra in the history of the protocol', () => {
    const optional = Array.from(frozen).flatMap(([path, promise]) => {
      const [, field] = /^\w+\.data\.(\w+)$/.exec(path) ?? []
      return field !== undefined && promise.startsWith('optional') ? [field] : []
    })
    const given = ['version_check', 'all_drivers', 'update_drivers']
    const extras = [...optional, ...Array.from(messageSchemas.keys()).filter((action) => !given.includes(action))]
    const [, history = ''] = document.split('## History of the protocol\n')
    expect(extras.length).toBeGreaterThan(10)
    expect(extras.filter((extra) => !codeIn(history).includes(extra))).toEqual([])
  })
})

describe('the examples of the protocol', () => {
  test.each(examples)('are accepted by code and schemas: $action, $name', ({ action, message }) => {
    expect(verdicts(action, message), promise).toEqual(accepted)
    expect(newer.validate('v1.json', message)).toBe(true)
    for (const other of messageSchemas.keys()) if (other !== action) expect(verdicts(other, message)).toEqual(refused)
  })

  test.each(invalid)('are refused by code and schemas: $name', ({ message }) => {
    for (const action of messageSchemas.keys()) expect(verdicts(action, message), promise).toEqual(refused)
    expect(newer.validate('v1.json', message)).toBe(false)
  })

  test('have a bare and a full one of every message', () => {
    expect(Object.keys(valid)).toEqual([...messageSchemas.keys()])
    for (const list of Object.values(valid)) {
      expect(list.map(({ name }) => name)).toEqual(expect.arrayContaining(['bare', 'full']))
    }
  })

  const full = examples.filter(({ name }) => name === 'full')

  test('have every field in the full ones', () => {
    const met = full.flatMap(({ action, message }) => pathsIn(message).map((path) => fieldAt(frozen, action, path)))
    const missing = [...frozen.keys()].filter((path) => !(path in schema.$defs) && !met.includes(path))
    expect(missing, 'docs/protocol/v1.examples.json: add what is new to the full messages.').toEqual([])
  })

  test.each(full)('are parsed without a loss, and only required fields must be present: full $action', (example) => {
    const { action, message } = example
    expect(messageSchemas.get(action)?.parse(message), promise).toEqual(message)
    for (const path of pathsIn(message)) {
      const field = fieldAt(frozen, action, path)
      const isNeeded = frozen.get(field ?? '')?.startsWith('required') === true
      const without = withValue(message, path, undefined)
      expect([path, verdicts(action, without)], promise).toEqual([path, isNeeded ? refused : accepted])
    }
  })

  test('have the checksums of their lists as hashes', () => {
    const { data } = allDriversSchema.parse(full.find(({ action }) => action === 'all_drivers')?.message)
    expect(data.drivers.length).toBeGreaterThan(2)
    expect(data.hash).toBe(formatChecksum(checksumOf(byName(data.drivers))))
  })
})

describe('the verdicts of schema and code are equal', () => {
  test.each(Object.entries(messages))('for every %s', (action, arbitrary) => {
    const property = fc.property(arbitrary, (message) => {
      expect(verdicts(action, message)).toEqual(accepted)
    })
    fc.assert(property, { numRuns: 200 })
  })

  test.each(Object.entries(messages))('for every damaged %s', (action, arbitrary) => {
    const verdictCounts = { accepted: 0, refused: 0 }
    const property = fc.property(arbitrary, damages, (message, harm) => {
      const [code, ...read] = verdicts(action, damaged(message, harm))
      verdictCounts[code === true ? 'accepted' : 'refused'] += 1
      expect(read).toEqual([code, code])
    })
    fc.assert(property, { numRuns: repetitions({ unit: 400, full: 1500 }) })
    // Both verdicts must occur, otherwise nothing was compared.
    expect(Math.min(verdictCounts.accepted, verdictCounts.refused)).toBeGreaterThan(50)
  })

  const withDriver = (more: object) => {
    const drivers = [{ driver_name: 'Joan', ...more }]
    return { source: 'server', action: 'all_drivers', data: { version: 1, drivers } }
  }

  test('for lengths, which both count in characters', () => {
    const withCar = (length: number) => withDriver({ car: '🏁'.repeat(length) })
    expect(verdicts('all_drivers', withCar(maximumTextLength))).toEqual(accepted)
    expect(verdicts('all_drivers', withCar(maximumTextLength + 1))).toEqual(refused)
  })

  test('for the number of attributes of a record', () => {
    const withAttributes = (count: number) =>
      withDriver(Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`a${index}`, 1])))
    expect(verdicts('all_drivers', withAttributes(maximumAttributes))).toEqual(accepted)
    expect(verdicts('all_drivers', withAttributes(maximumAttributes + 1))).toEqual(refused)
  })
})

/** The path of the frozen field for a path in a message. */
function fieldAt(fields: Fields, action: string, path: Path): string | undefined {
  return path.reduce<string | undefined>((around, key) => {
    const record = /\$ref="#\/\$defs\/(\w+)"/.exec(fields.get(around ?? '') ?? '')?.[1] ?? around
    const below = typeof key === 'number' ? [`${record}[]`] : [`${record}.${key}`, `${record}.*`]
    return below.find((name) => fields.has(name))
  }, action)
}
