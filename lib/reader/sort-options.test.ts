import { expect, test } from 'vitest'
import { eventSchema } from '../record/event.ts'
import { sortedBy, sortOptions } from './sort-options.ts'
import { readSort } from './view-state.ts'

const event = eventSchema.parse({ title: 'Test' })
const optional = { cars: false, index: false, courses: 1 }

test.each([
  ['class', 'position'],
  ['table', 'raw_position'],
  ['pax', 'pax_position'],
  ['raw', 'raw_position'],
] as const)('the view %s is sorted by %s of its own accord, and shows that column', (view, own) => {
  const sorted = sortedBy(view, event, optional)
  expect(sorted?.own).toBe(own)
  expect(sorted?.columns.map(({ attribute }) => attribute)).toContain(own)
})

test.each(['mine', 'latest', 'announcer', 'charts'] as const)('the view %s has nothing to sort', (view) => {
  expect(sortedBy(view, event, optional)).toBeUndefined()
})

const columns = sortedBy('class', event, optional)?.columns ?? []
const shown = (sort: string) => sortOptions(columns, readSort(sort)).map(({ value, name }) => `${value}: ${name}`)

test('the options sort by each column, and by each in reverse', () => {
  expect(shown('')).toEqual(
    ['position: Position', 'number: Number', 'driver: Driver', 'total: Time', 'gap: Gap', 'runs: Runs'].concat(
      ['-position: Position ↓', '-number: Number ↓', '-driver: Driver ↓', '-total: Time ↓', '-gap: Gap ↓'],
      ['-runs: Runs ↓'],
    ),
  )
})

test('a sort by one of the columns adds no option, and any other has an option of its own', () => {
  expect(shown('-total')).toEqual(shown(''))
  expect(shown('number,-total')).toEqual([...shown(''), 'number,-total: Number, Time ↓'])
  expect(shown('-tire')).toEqual([...shown(''), '-tire: tire ↓'])
})
