import { expect, test } from 'vitest'
import { eventSchema } from '../record/event.ts'
import { withLeadingPosition } from './leading-position.ts'
import { slotOf, tableColumns } from './result-columns.ts'
import { readSort } from './view-state.ts'

const columns = tableColumns(eventSchema.parse({ title: 'Test' }), { cars: true, index: true, courses: 1 })
const attributes = (sort: string) => withLeadingPosition(columns, readSort(sort)).map(({ attribute }) => attribute)

test.each([
  ['raw_position', 'raw_position'],
  ['-total,class', 'raw_position'],
  ['pax_position', 'pax_position'],
  ['indexed', 'pax_position'],
  ['position', 'position'],
  ['driver', 'position'],
  ['', 'position'],
])('a table sorted by "%s" begins with %s, where a phone shows the place', (sort, first) => {
  const [leading, ...others] = withLeadingPosition(columns, readSort(sort))
  expect(leading?.attribute).toBe(first)
  expect(leading && slotOf(leading)).toBe('position')
  expect(others.map(slotOf)).not.toContain('position')
})

test('a table has the same columns in every order, each of them once', () => {
  for (const sort of ['raw_position', 'indexed', 'driver']) {
    expect(attributes(sort).toSorted()).toEqual(columns.map(({ attribute }) => attribute).toSorted())
  }
})

test('a table without indexed times that is sorted by them begins with the position in class', () => {
  const without = tableColumns(eventSchema.parse({ title: 'Test' }), { cars: true, index: false, courses: 1 })
  expect(withLeadingPosition(without, readSort('indexed'))).toEqual(without)
})
