import { describe, expect, test } from 'vitest'
import type { SchemaNode } from './field.ts'
import { compareFields, fieldsOfProtocol, readFields, writeFields } from './frozen-fields.ts'
import { type ProtocolSchema, protocolSchema } from './json-schema.ts'

const frozen = fieldsOfProtocol(protocolSchema())

type Change = (data: Record<string, Record<string, unknown>>, required: string[]) => void

/** Compares the protocol after a change to the properties of a message's data, or to which are required. */
function changed(action: string, change: Change): ReturnType<typeof compareFields> {
  const schema = structuredClone(protocolSchema()) as ProtocolSchema
  const { data } = Object(schema.$defs[action]).properties as { readonly data: SchemaNode }
  change(data.properties as Parameters<Change>[0], data.required as string[])
  return compareFields(frozen, fieldsOfProtocol(schema))
}

test('an unchanged protocol has no broken and no added fields', () => {
  expect(frozen.size).toBeGreaterThan(70)
  expect(compareFields(frozen, fieldsOfProtocol(protocolSchema()))).toEqual({ breaks: [], added: [] })
})

test('the fields are the same after they were written and read', () => {
  expect(readFields(writeFields(frozen))).toEqual(frozen)
})

describe.each(['version_check', 'all_drivers'])('in %s', (action) => {
  test('a new optional field and a changed description break nothing', () => {
    const compared = changed(action, (data) => {
      data.color = { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] }
      data.log = { ...data.log, description: 'Another text.' }
    })
    expect(compared).toEqual({ breaks: [], added: [`${action}.data.color`, `${action}.data.color.code`] })
  })

  const breaking: readonly (readonly [string, Change])[] = [
    ['a missing field', (data) => delete data.log],
    [
      'a renamed field',
      (data) => {
        data.log_name = data.log ?? {}
        delete data.log
      },
    ],
    ['a field of a different type', (data) => Object.assign(data.log ?? {}, { type: 'integer' })],
    ['a field with a lower limit', (data) => Object.assign(data.log ?? {}, { maxLength: 32 })],
    ['a field with a higher limit', (data) => Object.assign(data.log ?? {}, { maxLength: 128 })],
    ['an optional field that becomes required', (_data, required) => required.push('log')],
    ['a required field that becomes optional', (_data, required) => required.splice(required.indexOf('version'), 1)],
    [
      'a new required field',
      (data, required) => {
        data.color = { type: 'string' }
        required.push('color')
      },
    ],
  ]

  test.each(breaking)('%s breaks the promise', (_what, change) => {
    expect(changed(action, change).breaks).not.toEqual([])
  })
})

test('a missing message, one more choice, a newly named attribute and a new wildcard break the promise', () => {
  const without = new Map([...frozen].filter(([path]) => !path.startsWith('problem')))
  expect(compareFields(frozen, without).breaks).toContain('problem.data.code is gone')
  const another = new Map([...frozen, ['event.scoring', `${frozen.get('event.scoring')} more`]])
  expect(compareFields(frozen, another).breaks).toHaveLength(1)
  const named = new Map([...frozen, ['driver.sponsor', 'optional type="string"']])
  expect(compareFields(frozen, named).breaks).toEqual([
    'driver.sponsor is new, and was any attribute that an event adds',
  ])
  const closed = new Map([...frozen, ['all_drivers.data.*', 'any type="string"']])
  expect(compareFields(frozen, closed).breaks).toEqual(['all_drivers.data.* is new and not optional'])
})
