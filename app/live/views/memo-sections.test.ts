import { expect, test } from 'vitest'
import { classColumns } from '../../../lib/reader/result-columns.ts'
import type { Driver } from '../../../lib/record/driver.ts'
import { eventSchema } from '../../../lib/record/event.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { createMemoSections, type RankedSection } from './memo-sections.ts'

const event = eventSchema.parse({ title: 'Test' })
const columns = classColumns(event, { cars: false, index: false, courses: 1 })
const rank = (...drivers: Driver[]) => standingsOf(drivers, event).raw
const entries = rank({ driver_name: 'Ann', runs: ['40.0'] }, { driver_name: 'Bo', runs: ['41.0'] })
const heading = { title: 'SS', count: '2 entries' }
const section: RankedSection = { key: 'ss', label: 'Class SS', heading, columns, entries }
const other: RankedSection = { ...section, key: 'as', label: 'Class AS', heading: { title: 'AS', count: '2 entries' } }

test('the rows of a section are the names of its entries in the same order', () => {
  const { entries: _, ...rest } = section
  expect(createMemoSections()([section])).toEqual([{ ...rest, rows: ['Ann', 'Bo'] }])
})

test('the list of sections keeps its identity when results change but headings and order do not', () => {
  const memo = createMemoSections()
  const before = memo([section, other])
  const faster = rank({ driver_name: 'Ann', runs: ['39.0'] }, { driver_name: 'Bo', runs: ['41.0'] })
  expect(
    memo([
      { ...section, entries: faster },
      { ...other, heading: { title: 'AS', count: '2 entries' } },
    ]),
  ).toBe(before)
})

test('an equal section keeps its identity when it moves to another index', () => {
  const memo = createMemoSections()
  const [first, second] = memo([section, other])
  const swapped = memo([{ ...other }, { ...section }])
  expect(swapped[0]).toBe(second)
  expect(swapped[1]).toBe(first)
  expect(memo([section])).toEqual([first])
  expect(memo([])).toEqual([])
})

const passed = rank({ driver_name: 'Ann', runs: ['40.0'] }, { driver_name: 'Bo', runs: ['39.0'] })

test.each<[string, Partial<RankedSection>]>([
  ['a changed order', { entries: passed }],
  ['fewer entries', { entries: entries.slice(0, 1) }],
  ['more entries', { entries: [...entries, ...rank({ driver_name: 'Cy', runs: [] })] }],
  ['changed columns', { columns: [...columns] }],
  ['a changed label', { label: 'Class SS Super Street' }],
  ['a changed title', { heading: { title: 'ss', count: '2 entries' } }],
  ['an added name', { heading: { title: 'SS', name: 'Super Street', count: '2 entries' } }],
  ['a changed count', { heading: { title: 'SS', count: '2 entries · time only' } }],
])('a section with %s is a new object, and other sections keep their identity', (_, change) => {
  const memo = createMemoSections()
  const before = memo([section, other])
  const after = memo([{ ...section, ...change }, other])
  const { entries: now, ...rest } = { ...section, ...change }
  expect(after[0]).toEqual({ ...rest, rows: now.map(({ driver }) => driver.driver_name) })
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
})

test('a section whose label changes keeps the identity of its rows', () => {
  const memo = createMemoSections()
  const [before] = memo([section])
  const [after] = memo([{ ...section, label: 'Class SS Super Street' }])
  expect(after?.rows).toBe(before?.rows)
})
