import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

test('reads UTF-8, with or without its mark', () => {
  expect(decodeText(bytes('Benita Núñez'))).toBe('Benita Núñez')
  expect(decodeText(bytes('\ufeffBenita Núñez'))).toBe('Benita Núñez')
})

test('reads UTF-16 of either byte order by its mark', () => {
  expect(decodeText(bytes('\ufeffIan O’Dellan', 'utf16le'))).toBe('Ian O’Dellan')
  expect(decodeText(bytes('\ufeffIan O’Dellan', 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0))).toBe('Ian O’Dellan')
})

test('reads what is no UTF-8 as windows-1252, with its own letters between 0x80 and 0x9f', () => {
  expect(decodeText(bytes('Jos\xe9 M\xfcller', 'latin1'))).toBe('José Müller')
  expect(decodeText(bytes('Ian O\x92Dellan \x80 \x8a \x9f', 'latin1'))).toBe('Ian O’Dellan € Š Ÿ')
  expect(decodeText(bytes('Jos\xe9', 'latin1'))).toBe('José')
})

test('believes the bytes and no label', () => {
  const page = '<meta content="text/html; charset=default:iso-8859-1">González'
  expect(decodeText(bytes(page))).toBe(page)
})

test('ends every line in LF', () => {
  expect(decodeText(bytes('a\r\nb\rc\nd\r\n'))).toBe('a\nb\nc\nd\n')
})

test('keeps the names before a cut inside a character', () => {
  const whole = bytes('González\nO’Dellan')
  const cut = whole.subarray(0, whole.indexOf(0xe2) + 2)
  expect(decodeText(cut)).toBe('González\nO')
})

test('never throws, and gives valid UTF-8 text back as it was', () => {
  fc.assert(fc.property(fc.uint8Array(), (any) => typeof decodeText(any) === 'string'))
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\ufeff]/.test(text))
  fc.assert(fc.property(line, (text) => decodeText(bytes(`${text}\n`)) === `${text}\n`))
})
