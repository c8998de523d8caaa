import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { heartbeatInterval } from '../lib/sync/heartbeat.ts'
import { liveNamespace } from '../lib/sync/protocol.ts'
import { messageSchemas } from '../scripts/protocol/json-schema.ts'
import { readText } from './markdown.ts'

interface Reference {
  readonly $ref: string
}

interface Operation {
  readonly action: 'send' | 'receive'
  readonly description: string
  readonly channel: Reference
  readonly messages: readonly Reference[]
  readonly reply?: { readonly channel: Reference; readonly messages: readonly Reference[] }
}

interface Message {
  readonly name: string
  readonly payload: Reference
  readonly examples: readonly { readonly name: string; readonly payload: { readonly source: string } }[]
}

interface Document {
  readonly servers: Readonly<Record<string, unknown>>
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>
  readonly operations: Readonly<Record<string, Operation>>
  readonly components: { readonly messages: Readonly<Record<string, Message>> }
}

const document: Document = JSON.parse(readText('docs/protocol/asyncapi.json'))
const schema = JSON.parse(readText('docs/protocol/v1.json'))
const operations = Object.values(document.operations)
const actions = [...messageSchemas.keys()]
const nameOf = ({ $ref }: Reference) => $ref.split('/').at(-1) ?? ''

// protocol-schema.test.ts compares docs/protocol/asyncapi.json with the code.

test('the document is valid by the official schema of AsyncAPI 3.0, and a wrong action is not', () => {
  const official = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json')
  // The official schema uses formats that ajv lacks, and is not written for ajv's strict mode.
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(official, 'utf8')),
  )
  expect([validate(document), validate.errors]).toEqual([true, null])
  const [name = ''] = Object.keys(document.operations)
  const wrong = { ...document, operations: { [name]: { ...document.operations[name], action: 'publish' } } }
  expect(validate(wrong)).toBe(false)
})

describe('the references of the document', () => {
  const found = Array.from(JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g), ([, target = '']) => target)

  test('lead to an existing part of the document or of v1.json', () => {
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((target) => !leadsSomewhere(target))).toEqual([])
    expect(leadsSomewhere('#/channels/dead')).toBe(false)
  })

  test('lead from each message to its own schema', () => {
    const messages = Object.entries(document.components.messages)
    expect(messages.map(([action, { name, payload }]) => [action, name, payload.$ref])).toEqual(
      actions.map((action) => [action, action, `./v1.json#/$defs/${action}`]),
    )
  })
})

describe('the channel', () => {
  test('is the namespace of the protocol and carries every message', () => {
    expect(Object.values(document.channels).map(({ address }) => address)).toEqual([liveNamespace])
    expect(Object.keys(document.channels.live?.messages ?? {})).toEqual(actions)
  })

  test('is where the server receives the messages of browsers and sends all others', () => {
    const among = (list: readonly Reference[]) => [...new Set(list.map(nameOf))].sort()
    const sourceOf = (action: string) => document.components.messages[action]?.examples[0]?.payload.source
    const sent = operations.flatMap((one) => (one.action === 'send' ? one.messages : (one.reply?.messages ?? [])))
    const received = operations.flatMap((one) => (one.action === 'receive' ? one.messages : []))
    expect(among(sent)).toEqual(actions.filter((action) => sourceOf(action) === 'server').sort())
    expect(among(received)).toEqual(actions.filter((action) => sourceOf(action) === 'browser').sort())
  })

  test('has every message that an operation names', () => {
    const named = operations.flatMap((one) => [...one.messages, ...(one.reply?.messages ?? [])])
    expect(named.filter(({ $ref }) => !$ref.startsWith('#/channels/live/messages/'))).toEqual([])
  })

  test('has the heartbeat interval and the silence limit of the code in its description', () => {
    const { description = '' } = document.operations.heartbeat ?? {}
    expect(description).toContain(`every ${heartbeatInterval / 1000} s`)
    expect(readText('lib/live/live-client.ts')).toContain('const silenceLimit = 2.5 * heartbeatInterval')
    expect(description).toContain(`Silence for ${(2.5 * heartbeatInterval) / 1000} s`)
  })
})

describe('the examples of the document', () => {
  const ajv = new Ajv2020({ strict: true }).addSchema(schema, 'v1.json')
  const examples = Object.values(document.components.messages).flatMap(({ name, payload: { $ref }, examples }) =>
    examples.map((example) => ({ action: name, $ref, ...example })),
  )

  test('are two of each message', () => {
    expect(examples.map(({ action }) => action)).toEqual(actions.flatMap((action) => [action, action]))
  })

  test.each(examples)('match the schema: $action, $name', ({ action, $ref, payload }) => {
    expect([ajv.validate($ref.replace('./', ''), payload), ajv.errors]).toEqual([true, null])
    expect(messageSchemas.get(action)?.safeParse(payload).success).toBe(true)
  })
})

function leadsSomewhere(target: string): boolean {
  const [file, path = ''] = target.split('#')
  if (file !== '' && file !== './v1.json') return false
  const keys = path.split('/').slice(1)
  const start: unknown = file === '' ? document : schema
  return keys.reduce<unknown>((inner, key) => Object(inner)[key], start) !== undefined
}
