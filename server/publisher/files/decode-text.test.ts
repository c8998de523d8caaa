import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFile, decodeText } from './decode-text.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

test('UTF-8 is decoded, with or without a byte order mark', () => {
  expect(decodeText(bytes('Benita Núñez'))).toBe('Benita Núñez')
  expect(decodeText(bytes('\ufeffBenita Núñez'))).toBe('Benita Núñez')
})

test('UTF-16 of either byte order is decoded by its byte order mark', () => {
  expect(decodeText(bytes('\ufeffIan O’Dellan', 'utf16le'))).toBe('Ian O’Dellan')
  expect(decodeText(bytes('\ufeffIan O’Dellan', 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0))).toBe('Ian O’Dellan')
})

test('text that is no UTF-8 is decoded as windows-1252, with its letters between 0x80 and 0x9f', () => {
  expect(decodeText(bytes('Jos\xe9 M\xfcller', 'latin1'))).toBe('José Müller')
  expect(decodeText(bytes('Ian O\x92Dellan \x80 \x8a \x9f', 'latin1'))).toBe('Ian O’Dellan € Š Ÿ')
  expect(decodeText(bytes('Jos\xe9', 'latin1'))).toBe('José')
})

test('a charset label in the text is ignored', () => {
  const page = '<meta content="text/html; charset=default:iso-8859-1">González'
  expect(decodeText(bytes(page))).toBe(page)
})

test('every line ending becomes LF', () => {
  expect(decodeText(bytes('a\r\nb\rc\nd\r\n'))).toBe('a\nb\nc\nd\n')
})

test('UTF-8 that is cut inside a character keeps the names before the cut', () => {
  const whole = bytes('González\nO’Dellan')
  const cut = whole.subarray(0, whole.indexOf(0xe2) + 2)
  expect(decodeText(cut)).toBe('González\nO')
})

test('any bytes are decoded without an error, and valid UTF-8 text without a change', () => {
  fc.assert(fc.property(fc.uint8Array(), (any) => typeof decodeText(any) === 'string'))
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\ufeff]/.test(text))
  fc.assert(fc.property(line, (text) => decodeText(bytes(`${text}\n`)) === `${text}\n`))
})

test.each([
  ['windows-1250', [0x54, 0x6f, 0x6d, 0xe1, 0x9a, 0x20, 0x44, 0x76, 0x6f, 0xf8, 0xe1, 0x6b], 'Tomáš Dvořák'],
  ['shift_jis', [0x8e, 0x52, 0x93, 0x63], '山田'],
  ['windows-1252', [0x49, 0x61, 0x6e, 0x20, 0x4f, 0x92], 'Ian O’'],
])('a named encoding is used instead of a guess: %s', (encoding, content, text) => {
  expect(decodeFile(new Uint8Array(content), encoding)).toEqual({ text, guessed: undefined, badLines: [] })
})

test('a byte order mark goes before a named encoding', () => {
  expect(decodeText(bytes('\ufeffNúñez'), 'windows-1250')).toBe('Núñez')
})

test('UTF-16 without a mark is known by its zero bytes', () => {
  const text = '{\n  "name": "Ana Núñez 山",\n  "best": 96186\n}\n'
  expect(decodeFile(bytes(text, 'utf16le'))).toEqual({ text, guessed: undefined, badLines: [] })
  const swapped = bytes(text, 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0)
  expect(decodeText(swapped)).toBe(text)
  const unfinished = `a,b\n1,2\n${'\0'.repeat(90)}`
  expect(decodeText(bytes(unfinished))).toBe(unfinished)
})

test('a file that is no UTF-8 is reported as guessed, and one that is whole is not', () => {
  expect(decodeFile(bytes('Jos\xe9 M\xfcller\n', 'latin1')).guessed).toBe('windows-1252')
  expect(decodeFile(bytes('José Müller\n')).guessed).toBeUndefined()
  expect(decodeFile(bytes('plain\n')).guessed).toBeUndefined()
})

test('a bad byte changes its own line only, and its line is reported', () => {
  const name: fc.Arbitrary<string> = fc.constantFrom('José', 'Müller', 'Núñez', '山田')
  const property = fc.property(fc.array(name, { minLength: 2, maxLength: 20 }), fc.nat(), (names, place) => {
    const at = place % names.length
    const lines = names.map((text, index) => (index === at ? bytes('Bj\xf6rn', 'latin1') : bytes(text)))
    const whole = new Uint8Array(lines.flatMap((line) => [...line, 0x0a]))
    expect(decodeFile(whole)).toEqual({
      text: `${names.with(at, 'Björn').join('\n')}\n`,
      guessed: undefined,
      badLines: [at + 1],
    })
  })
  fc.assert(property)
})

test('what a named encoding does not have is reported with its line', () => {
  expect(decodeFile(bytes('a\nJos\xe9\n', 'latin1'), 'utf-8')).toMatchObject({ text: 'a\nJos\ufffd\n', badLines: [2] })
})
