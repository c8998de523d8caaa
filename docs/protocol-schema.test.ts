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
import { damaged, damages, type Place, placesIn, withValue } from './damage.fixture.ts'
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

/** Two readings of v1.json: as what it says that it is, and as the older draft that AsyncAPI and many tools read. */
const { $schema: _draft, ...withoutDraft } = schema
const newer = new Ajv2020({ strict: true, strictTypes: true }).addSchema(schema, 'v1.json')
const older = new Ajv({ strict: true, strictTypes: true }).addSchema(withoutDraft, 'v1.json')

/** What each of the three says: the code, the schema, and the schema as older tools read it. */
function verdicts(action: string, message: unknown): readonly unknown[] {
  const reference = `v1.json#/$defs/${action}`
  const code = messageSchemas.get(action)?.safeParse(message).success
  return [code, newer.validate(reference, message), older.validate(reference, message)]
}

const accepted = [true, true, true]
const refused = [false, false, false]

describe('version 1', () => {
  test('keeps what it promised', () => {
    const { breaks, added } = compareFields(frozen, documents.fields)
    expect(breaks, promise).toEqual([])
    expect(added, `${promise}\n\nRun \`npm run protocol\`: these fields are not written down yet.`).toEqual([])
  })

  test.each([...documents.files])('%s is what the code says', (name, text) => {
    expect(readText(`docs/protocol/${name}`), `Run \`npm run protocol\`.\n\n${promise}`).toBe(text)
  })

  test('every message, record and field is described, and no other', () => {
    expect(Object.keys(definitionTexts)).toEqual(Object.keys(schema.$defs))
    const fields = [...documents.fields.keys()].filter((path) => !(path in schema.$defs) && !path.endsWith('[]'))
    expect(Object.keys(fieldTexts).sort()).toEqual(fields.sort())
  })
})

describe('PROTOCOL.md', () => {
  const document = readText('docs/PROTOCOL.md')

  test('names the documents that the server has, where it has them', () => {
    const served = tableBelow(document, 'Every running server has the first two for anybody, of any origin:')
    expect(served.flatMap(([, path = '']) => codeIn(path))).toEqual([...readProtocolDocuments().keys()])
  })

  test('says of every extra what it is for', () => {
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

describe('examples', () => {
  test.each(examples)('$action: $name is accepted', ({ action, message }) => {
    expect(verdicts(action, message), promise).toEqual(accepted)
    expect(newer.validate('v1.json', message)).toBe(true)
    for (const other of messageSchemas.keys()) if (other !== action) expect(verdicts(other, message)).toEqual(refused)
  })

  test.each(invalid)('$name: refused', ({ message }) => {
    for (const action of messageSchemas.keys()) expect(verdicts(action, message), promise).toEqual(refused)
    expect(newer.validate('v1.json', message)).toBe(false)
  })

  test('there is a bare and a full one of every message', () => {
    expect(Object.keys(valid)).toEqual([...messageSchemas.keys()])
    for (const list of Object.values(valid)) {
      expect(list.map(({ name }) => name)).toEqual(expect.arrayContaining(['bare', 'full']))
    }
  })

  const full = examples.filter(({ name }) => name === 'full')

  test('the full ones have every field there is', () => {
    const met = full.flatMap(({ action, message }) => placesIn(message).map((place) => fieldAt(frozen, action, place)))
    const missing = [...frozen.keys()].filter((path) => !(path in schema.$defs) && !met.includes(path))
    expect(missing, 'docs/protocol/v1.examples.json: add what is new to the full messages.').toEqual([])
  })

  test.each(full)(
    '$action: of a full one nothing is lost, and any field may be absent that need not be there',
    (example) => {
      const { action, message } = example
      expect(messageSchemas.get(action)?.parse(message), promise).toEqual(message)
      for (const place of placesIn(message)) {
        const path = fieldAt(frozen, action, place)
        const isNeeded = frozen.get(path ?? '')?.startsWith('required') === true
        const without = withValue(message, place, undefined)
        expect([place, verdicts(action, without)], promise).toEqual([place, isNeeded ? refused : accepted])
      }
    },
  )

  test('their hashes are those of their lists', () => {
    const { data } = allDriversSchema.parse(full.find(({ action }) => action === 'all_drivers')?.message)
    expect(data.drivers.length).toBeGreaterThan(2)
    expect(data.hash).toBe(formatChecksum(checksumOf(byName(data.drivers))))
  })
})

describe('the schema says what the code does', () => {
  test.each(Object.entries(messages))('of every %s', (action, arbitrary) => {
    const property = fc.property(arbitrary, (message) => {
      expect(verdicts(action, message)).toEqual(accepted)
    })
    fc.assert(property, { numRuns: 200 })
  })

  test.each(Object.entries(messages))('of every %s that was damaged', (action, arbitrary) => {
    const said = { accepted: 0, refused: 0 }
    const property = fc.property(arbitrary, damages, (message, harm) => {
      const [code, ...read] = verdicts(action, damaged(message, harm))
      said[code === true ? 'accepted' : 'refused'] += 1
      expect(read).toEqual([code, code])
    })
    fc.assert(property, { numRuns: 1500 })
    // Both happen: otherwise nothing was compared.
    expect(Math.min(said.accepted, said.refused)).toBeGreaterThan(50)
  })

  const withDriver = (more: object) => {
    const drivers = [{ driver_name: 'Joan', ...more }]
    return { source: 'server', action: 'all_drivers', data: { version: 1, drivers } }
  }

  test('of lengths, which both count in characters', () => {
    const withCar = (length: number) => withDriver({ car: '🏁'.repeat(length) })
    expect(verdicts('all_drivers', withCar(maximumTextLength))).toEqual(accepted)
    expect(verdicts('all_drivers', withCar(maximumTextLength + 1))).toEqual(refused)
  })

  test('of how many attributes a record may have', () => {
    const withAttributes = (count: number) =>
      withDriver(Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`a${index}`, 1])))
    expect(verdicts('all_drivers', withAttributes(maximumAttributes))).toEqual(accepted)
    expect(verdicts('all_drivers', withAttributes(maximumAttributes + 1))).toEqual(refused)
  })
})

/** The path of the field that stands at a place of a message. */
function fieldAt(fields: Fields, action: string, place: Place): string | undefined {
  return place.reduce<string | undefined>((around, key) => {
    const record = /\$ref="#\/\$defs\/(\w+)"/.exec(fields.get(around ?? '') ?? '')?.[1] ?? around
    const below = typeof key === 'number' ? [`${record}[]`] : [`${record}.${key}`, `${record}.*`]
    return below.find((path) => fields.has(path))
  }, action)
}
