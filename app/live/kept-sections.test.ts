import { expect, test } from 'vitest'
import { eventSchema } from '../../lib/event.ts'
import { standings } from '../../lib/standings.ts'
import { createKeptSections } from './kept-sections.ts'
import { classColumns } from './result-columns.ts'
import type { ResultSection } from './result-section.tsx'

const event = eventSchema.parse({ title: 'Test' })
const columns = classColumns(event, { cars: false, index: false })
const { raw: rows } = standings([{ driver_name: 'Ann', runs: ['40.0'] }], event)
const section: ResultSection = {
  key: 'ss',
  label: 'Class SS',
  heading: { title: 'SS', count: '1 entry' },
  columns,
  rows,
}
const other: ResultSection = { ...section, key: 'as', label: 'Class AS', heading: { title: 'AS', count: '1 entry' } }

test('a section that says the same is the same object, wherever it stands', () => {
  const kept = createKeptSections()
  expect(kept([section, other])).toEqual([section, other])
  const [first, second] = kept([{ ...other, heading: { title: 'AS', count: '1 entry' } }, { ...section }])
  expect(first).toBe(other)
  expect(second).toBe(section)
})

test.each<[string, Partial<ResultSection>]>([
  ['other rows', { rows: [...rows] }],
  ['other columns', { columns: [...columns] }],
  ['another label', { label: 'Class SS Super Street' }],
  ['another title', { heading: { title: 'ss', count: '1 entry' } }],
  ['a name', { heading: { title: 'SS', name: 'Super Street', count: '1 entry' } }],
  ['another count', { heading: { title: 'SS', count: '1 entry · time only' } }],
])('a section with %s is another one', (_, change) => {
  const kept = createKeptSections()
  kept([section, other])
  const [first, second] = kept([{ ...section, ...change }, other])
  expect(first).toEqual({ ...section, ...change })
  expect(first).not.toBe(section)
  expect(second).toBe(other)
})
