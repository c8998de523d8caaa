import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialRows } from './initial-rows.ts'

const sections = fc.array(
  fc.record({ key: fc.string(), name: fc.string(), rows: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }) }),
)

test('initial rows are the first rows of the list, in their own sections, without an empty section', () => {
  fc.assert(
    fc.property(sections, fc.nat(40), (list, limit) => {
      const initial = initialRows<number, (typeof list)[number]>(list, limit)
      const rows = (some: readonly { rows: readonly number[] }[]) => some.flatMap((section) => section.rows)
      expect(rows(initial)).toEqual(rows(list).slice(0, limit))
      expect(initial.map(({ key, name }) => [key, name])).toEqual(
        list.slice(0, initial.length).map(({ key, name }) => [key, name]),
      )
      expect(initial.every((section) => section.rows.length > 0)).toBe(true)
    }),
  )
})
