import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readJson } from './json.ts'
import { jsonFault } from './json-fault.ts'
import { readYaml } from './yaml.ts'

function refusal(read: () => unknown): SourceError {
  try {
    read()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

test('JSON is read as plain data', () => {
  expect(readJson('[{"driverName": "Nell", "runs": [[[58.112, 0, "clean"]]]}]', 'a.json')).toEqual([
    { driverName: 'Nell', runs: [[[58.112, 0, 'clean']]] },
  ])
})

test('JSON that is cut anywhere is refused as half written', () => {
  const list = fc.array(fc.record({ name: fc.string(), cut: fc.array(fc.double({ noNaN: true })) }), { minLength: 1 })
  fc.assert(
    fc.property(list, fc.nat(), (data, at) => {
      const text = JSON.stringify(data, undefined, 1)
      expect(refusal(() => readJson(text.slice(0, 1 + (at % (text.length - 1))), 'a.json')).code).toBe('half_written')
    }),
  )
})

test('invalid JSON is refused with its line, and blank JSON as empty', () => {
  expect(refusal(() => readJson('[\n1,\n2 3\n]', 'a.json'))).toMatchObject({ code: 'unreadable', line: 3 })
  expect(refusal(() => readJson('', 'a.json')).code).toBe('file_empty')
})

test('a text that is no JSON is refused with the line and the text of the fault, wherever it is', () => {
  const data = fc.array(fc.record({ name: fc.string(), laps: fc.array(fc.double({ noNaN: true })) }), { minLength: 1 })
  const fault = fc.constantFrom('NaN', 'Infinity', 'undefined', "'a'", '1.2.3', '01', '+1', '"a" "b"', '}', ',')
  const property = fc.property(data, fc.nat(), fault, (records, at, wrong) => {
    const lines = JSON.stringify(records, undefined, 1).split('\n')
    const places = lines.flatMap((line, index) => (/^ +"name": /.test(line) ? [index] : []))
    const line = places[at % places.length] ?? 0
    const text = lines.with(line, `  "name": ${wrong},`).join('\n')
    expect(refusal(() => readJson(text, 'a.json'))).toMatchObject({ code: 'unreadable', line: line + 1 })
  })
  fc.assert(property)
})

test('the search for the fault of a JSON text agrees with the engine on what is JSON', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-0.5e3',
    'true',
    'null',
    ' ',
    '\n',
    'x',
    '01',
    '"\\u00e9"',
  )
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const values = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.json(),
  )
  const property = fc.property(values, (text) => (jsonFault(text) === undefined) === isJson(text))
  fc.assert(property, { numRuns: 1000, examples: [['[1'], ['{"a":1'], ['1]'], ['']] })
})

test.each([
  ['JSON', () => readJson('{"__proto__": {"admin": true}, "a": [{"__proto__": 1, "b": 2}]}', 'a')],
  ['YAML', () => readYaml('__proto__: {admin: true}\na: [{__proto__: 1, b: 2}]\n', 'a')],
])('a key called __proto__ is dropped from %s', (_, read) => {
  const data = read()
  expect(data).toEqual({ a: [{ b: 2 }] })
  expect((data as Record<string, unknown>).admin).toBeUndefined()
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
})

test.each([
  ['JSON', readJson],
  ['YAML', readYaml],
])('given %s of more than a hundred levels, then it is refused before anything runs out of stack', (_, read) => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(read(nested(100), 'a')).toHaveLength(1)
  expect(refusal(() => read(nested(101), 'a'))).toMatchObject({ code: 'unreadable' })
  expect(refusal(() => read(nested(101), 'a')).message).toContain('more than 100 levels')
  expect(refusal(() => read(nested(20_000), 'a')).code).toBe('unreadable')
})

test('YAML 1.2 is read, in which no is a word and a quoted 09 is text', () => {
  expect(readYaml('class: no\nnumber: "09"\nruns: [40.516, 41.266+1]\n', 'a.yaml')).toEqual({
    class: 'no',
    number: '09',
    runs: [40.516, '41.266+1'],
  })
})

test.each([
  ['a repeated key', 'a: 1\nb: 2\na: 3\n', 3],
  ['a custom tag', 'a: 1\nb: !!js/function "x"\n', 2],
  ['a wrong indentation', 'a:\n  - 1\n b: 2\n', 3],
])('YAML with %s is refused with its line', (_, text, line) => {
  expect(refusal(() => readYaml(text, 'a.yaml'))).toMatchObject({ code: 'unreadable', line })
})

test('YAML with multiplying aliases is refused', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
  )
  expect(refusal(() => readYaml(`l0: &l0 [x]\n${levels.join('\n')}\n`, 'a.yaml')).code).toBe('unreadable')
})
