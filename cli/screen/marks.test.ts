import { expect, test } from 'vitest'
import { defaultEvent } from '../../lib/record/event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { changesBetween } from '../changes/changes.ts'
import { marksAfter, markTime, noMarks } from './marks.ts'

const event = defaultEvent('Test')
const before = standingsOf(
  [
    { driver_name: 'Joan', runs: ['41.000'] },
    { driver_name: 'Bob', runs: ['42.000'] },
  ],
  event,
)
const after = standingsOf(
  [
    { driver_name: 'Joan', runs: ['41.000'] },
    { driver_name: 'Bob', runs: ['40.000'] },
  ],
  event,
)
const changes = changesBetween(before, after)

test('a changed entry has a mark for a while, and a new change extends it', () => {
  const first = marksAfter(noMarks, changes, 1000)
  expect([...first].map(([name, { mark }]) => [name, mark])).toEqual([
    ['Bob', 'up'],
    ['Joan', 'down'],
  ])
  expect(marksAfter(first, [], 1000 + markTime - 1).size).toBe(2)
  const again = marksAfter(first, changes.slice(0, 1), 3000)
  expect([...marksAfter(again, [], 1000 + markTime).keys()]).toEqual(['Bob'])
  expect(marksAfter(again, [], 3000 + markTime).size).toBe(0)
})

test('the marks keep their identity when none is added and none has ended', () => {
  const marks = marksAfter(noMarks, changes, 1000)
  expect(marksAfter(marks, [], 1001)).toBe(marks)
})
