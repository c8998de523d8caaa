import { expect, test } from 'vitest'
import { erasedAt } from './erased-at.ts'

const now = Date.parse('2026-11-28T20:00:00Z')

test.each([
  ['no date', undefined, '2026-11-30T20:00:00.000Z'],
  ['a date in words', '28 November', '2026-11-30T20:00:00.000Z'],
  ['a day that does not exist', '2026-13-45', '2026-11-30T20:00:00.000Z'],
  ['a date in the past', '2025-01-01', '2026-11-30T20:00:00.000Z'],
  ['today', '2026-11-28', '2026-11-30T20:00:00.000Z'],
  ['the day after tomorrow', '2026-11-30', '2026-12-02T00:00:00.000Z'],
  ['a date in a hundred years', '2126-11-30', '2026-12-28T20:00:00.000Z'],
])('given an event with %s, then a subscription of 28 November is erased in time', (_what, date, expected) => {
  expect(new Date(erasedAt(now, date)).toISOString()).toBe(expected)
})
