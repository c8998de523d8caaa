import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

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
