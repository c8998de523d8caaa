import { expect, test } from 'vitest'
import { readStripLines, stripLines } from './strip-lines.ts'

test('up to three followed entries have a line each; all further ones share a fourth', () => {
  expect([0, 1, 3, 4, 200].map(stripLines)).toEqual([0, 1, 3, 4, 4])
})

test('the cookie is read as a number from 0 to 4, and any other text as 0', () => {
  for (const lines of [0, 1, 2, 3, 4]) expect(readStripLines(String(lines))).toBe(lines)
  for (const text of [undefined, '', '5', '99', '-1', '1.5', 'x']) expect(readStripLines(text)).toBe(0)
})
