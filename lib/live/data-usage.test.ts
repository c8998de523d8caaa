import { expect, test } from 'vitest'
import { dataUsed, formatBytes, socketBytes } from './data-usage.ts'

test.each([
  [0, 'less than 1 KB'],
  [999, 'less than 1 KB'],
  [1000, 'about 1 KB'],
  [84_312, 'about 84 KB'],
  [999_499, 'about 999 KB'],
  [999_500, 'about 1.0 MB'],
  [1_249_000, 'about 1.2 MB'],
  [9_940_000, 'about 9.9 MB'],
  [9_960_000, 'about 10 MB'],
  [123_456_789, 'about 123 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('what was used is the page, its files and its socket; what the browser had already, or does not tell, is nothing', () => {
  expect(dataUsed([{ transferSize: 12_000 }, { transferSize: 0 }, {}], 345)).toBe(12_345)
  expect(dataUsed([], 0)).toBe(0)
})

test('a message costs its text and a frame, less with compression, and never less than the frame', () => {
  expect(socketBytes(0, true)).toBe(6)
  expect(socketBytes(900, false)).toBe(906)
  expect(socketBytes(900, true)).toBe(456)
  expect(socketBytes(300_000, true)).toBe(60_006)
  expect(socketBytes(99, true)).toBe(socketBytes(99, false))
})
