import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readJson } from './json.ts'
import { readJsonLines } from './json-lines.ts'

function refusal(read: () => unknown): SourceError {
  try {
    read()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

const anyRecord = fc.record({ name: fc.string(), lap: fc.nat(), laps: fc.array(fc.double({ noNaN: true })) })
const anyRecords = fc.array(anyRecord, { minLength: 1, maxLength: 6 })
const linesOf = (records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

test('given objects, one a line, with blank lines between them, then they are read as JSON reads each', () => {
  const property = fc.property(anyRecords, fc.constantFrom('', '\n', '  \n'), (records, blank) => {
    const { records: read, unterminated } = readJsonLines(`${blank}${linesOf(records)}${blank}`, 'a.jsonl')
    expect(read).toEqual(records.map((record) => JSON.parse(JSON.stringify(record))))
    expect(unterminated).toBe(false)
  })
  fc.assert(property)
})

test('given lines that are cut anywhere, then each record is one of the whole, or the file is half written', () => {
  const property = fc.property(anyRecords, fc.nat(), (records, at) => {
    const text = linesOf(records)
    const cut = text.slice(0, 1 + (at % (text.length - 1)))
    const whole = records.map((record) => JSON.parse(JSON.stringify(record)))
    const isAtEndOfLine = cut.endsWith('\n') || cut.endsWith('}\n') || text[cut.length] === '\n'
    if (!isAtEndOfLine) {
      expect(refusal(() => readJsonLines(cut, 'a.jsonl')).code).toBe('half_written')
      return
    }
    const { records: read, unterminated } = readJsonLines(cut, 'a.jsonl')
    expect(read).toEqual(whole.slice(0, read.length))
    expect(unterminated).toBe(!cut.endsWith('\n'))
  })
  fc.assert(property)
})

test('given a line that is no object, then the error names the line, whatever is around it', () => {
  const wrong = fc.constantFrom(
    '{"a": 1',
    '{"a": NaN}',
    '[1]',
    '3',
    'null',
    '{"a":1},',
    '{"a":1}{"a":2}',
    'name,lap',
    '"a"',
  )
  const property = fc.property(anyRecords, fc.nat(), wrong, (records, at, fault) => {
    const lines = records.map((record) => JSON.stringify(record))
    const index = at % lines.length
    const text = `${lines.toSpliced(index, 0, fault).join('\n')}\n`
    expect(refusal(() => readJsonLines(text, 'a.jsonl'))).toMatchObject({ code: 'unreadable', line: index + 1 })
  })
  fc.assert(property)
})

test('given the format of the other reader, then each says which reader to use', () => {
  const lines = '{"a": 1}\n{"a": 2}\n'
  expect(refusal(() => readJson(lines, 'a.txt')).hint).toContain('jsonl("a.txt")')
  expect(refusal(() => readJson('[1,\n2,\n}', 'a.txt')).hint).not.toContain('jsonl')
  expect(refusal(() => readJsonLines('[\n{"a": 1}\n]\n', 'a.txt'))).toMatchObject({
    message: 'a.txt, line 1: this line is no JSON object.',
    hint: expect.stringContaining('json("a.txt")'),
  })
  expect(refusal(() => readJsonLines('{"a": 1}\n{"b": x}\n', 'a.txt')).message).toContain('x is not expected here')
})

test('given a key called __proto__, then it is dropped', () => {
  const [record] = readJsonLines('{"__proto__": {"admin": true}, "b": 2}\n', 'a').records
  expect(record).toEqual({ b: 2 })
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype)
})
