import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialRows } from './initial-rows.ts'

const sections = fc.array(
  fc.record({ key: fc.string(), name: fc.string(), rows: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }) }),
)

test('the first rows are the first of all rows, under their own headings, and never an empty one', () => {
  fc.assert(
    fc.property(sections, fc.nat(40), (list, most) => {
      const first = initialRows<number, (typeof list)[number]>(list, most)
      const rows = (some: readonly { rows: readonly number[] }[]) => some.flatMap((section) => section.rows)
      expect(rows(first)).toEqual(rows(list).slice(0, most))
      expect(first.map(({ key, name }) => [key, name])).toEqual(
        list.slice(0, first.length).map(({ key, name }) => [key, name]),
      )
      expect(first.every((section) => section.rows.length > 0)).toBe(true)
    }),
  )
})
