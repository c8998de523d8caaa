import { expect, test } from 'vitest'
import { entryStatus } from './entry-status.ts'

test.each([
  ['DSQ', 'DSQ'],
  [' dq ', 'DSQ'],
  ['Exc', 'DSQ'],
  ['WD', 'WD'],
  ['ooc', 'OOC'],
  ['', undefined],
  ['novice', undefined],
  [7, undefined],
  [undefined, undefined],
])('the status %j of a record is %s', (status, expected) => {
  expect(entryStatus({ driver_name: 'Ann', status })).toBe(expected)
})
