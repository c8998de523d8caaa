import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortRows } from '../../../lib/table/sort.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { createSorter } from './sorter.ts'

interface Row {
  readonly driver_name: string
  readonly class: string | undefined
  readonly position: number | undefined
}

const valueIn = (row: Row, attribute: string) => row[attribute as keyof Row]
const row: fc.Arbitrary<Row> = fc.record({
  driver_name: fc.constantFrom('Ann', 'ann', 'Änn', 'Bob', 'Cid', '__proto__', 'Dan'),
  class: fc.constantFrom('SS', 'ss', '10a', '9', '', undefined),
  position: fc.constantFrom(1, 2, 10, undefined),
})
const rows = fc.uniqueArray(row, { selector: ({ driver_name }) => driver_name })
const sort: fc.Arbitrary<SortBy[]> = fc.array(
  fc.record({
    attribute: fc.constantFrom('class', 'position', 'driver_name'),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { maxLength: 2 },
)

test('a sorter returns the order of sortRows, whatever it sorted before', () => {
  const steps = fc.array(fc.record({ rows, sort, list: fc.constantFrom('SS', 'AS') }), { minLength: 2, maxLength: 6 })
  const sameSort = fc.tuple(steps, sort).map(([steps, sort]) => steps.map((step) => ({ ...step, sort })))
  fc.assert(
    fc.property(fc.oneof(steps, sameSort), (steps) => {
      const sorted = createSorter(valueIn)
      for (const { rows, sort, list } of steps) {
        expect(sorted(rows, sort, list)).toEqual(sortRows(rows, sort, valueIn))
      }
    }),
    { numRuns: 500 },
  )
})

test('a sorter returns its previous array when the rows of that list are identical', () => {
  const sorted = createSorter(valueIn)
  const byClass: SortBy[] = [{ attribute: 'class', direction: 'descending' }]
  const [ann, bob, cid] = ['Ann', 'Bob', 'Cid'].map((driver_name): Row => ({ driver_name, class: 'SS', position: 1 }))
  if (!ann || !bob || !cid) throw new Error('three rows')
  const both = sorted([ann, bob], byClass)
  expect(sorted([cid], byClass, 'other')).toEqual([cid])
  expect(sorted([bob, ann], [...byClass])).toBe(both)
  expect(sorted([bob, { ...ann }], byClass)).not.toBe(both)
  expect(sorted([bob, { ...ann, class: 'ZZ' }], byClass)).toEqual([{ ...ann, class: 'ZZ' }, bob])
})
