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
])('%i bytes are formatted as "%s"', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('data used is the sum of the files and the socket; cached and unreported files count as 0', () => {
  expect(dataUsed([{ transferSize: 12_000 }, { transferSize: 0 }, {}], 345)).toBe(12_345)
  expect(dataUsed([], 0)).toBe(0)
})

test('a message counts its text and a frame header, and less text when it is long and compressed', () => {
  expect(socketBytes(0, true)).toBe(6)
  expect(socketBytes(900, false)).toBe(906)
  expect(socketBytes(900, true)).toBe(456)
  expect(socketBytes(300_000, true)).toBe(60_006)
  expect(socketBytes(99, true)).toBe(socketBytes(99, false))
})
