import { expect, test } from 'vitest'
import { stripLines } from './strip-lines.ts'

test('up to three followed entries have a line each; all further ones share a fourth', () => {
  expect([0, 1, 3, 4, 200].map(stripLines)).toEqual([0, 1, 3, 4, 4])
})
