import { expect, test } from 'vitest'
import { formatAge, formatDuration } from './age.ts'

test.each([
  [-5000, '0 s', 'just now'],
  [1999, '1 s', 'just now'],
  [14_000, '14 s', '14 s ago'],
  [59_999, '59 s', '59 s ago'],
  [60_000, '1 min', '1 min ago'],
  [3_600_000, '1 h', '1 h ago'],
  [7_500_000, '2 h 5 min', '2 h 5 min ago'],
  [172_800_000, '2 days', '2 days ago'],
])('%i ms are the duration "%s" and the age "%s"', (milliseconds, duration, age) => {
  expect([formatDuration(milliseconds), formatAge(milliseconds)]).toEqual([duration, age])
})
