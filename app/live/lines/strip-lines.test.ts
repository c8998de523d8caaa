import { expect, test } from 'vitest'
import { readStripLines, stripLines } from './strip-lines.ts'

test('three have a line each, more share a fourth', () => {
  expect([0, 1, 3, 4, 200].map(stripLines)).toEqual([0, 1, 3, 4, 4])
})

test('a cookie says how many lines there were; anything else is none', () => {
  for (const lines of [0, 1, 2, 3, 4]) expect(readStripLines(String(lines))).toBe(lines)
  for (const text of [undefined, '', '5', '99', '-1', '1.5', 'x']) expect(readStripLines(text)).toBe(0)
})
