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

test('whoever changed stands out for a while, by how; a new change begins anew', () => {
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

test('nothing new and nothing over: the same marks', () => {
  const marks = marksAfter(noMarks, changes, 1000)
  expect(marksAfter(marks, [], 1001)).toBe(marks)
})
