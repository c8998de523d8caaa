import { expect, test } from 'vitest'
import { bestRunTimeWords } from './best-run-time.ts'

test.each<[times: string[], words: string]>([
  [[], ''],
  [['14:32'], 'Best run published at 14:32'],
  [['10:05', '14:32'], 'Best runs published at 10:05, 14:32'],
])('given best runs at %j, then the words are "%s"', (times, words) => {
  expect(bestRunTimeWords(times)).toBe(words)
})
