import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type PageRoom, type Part, packPages } from './pack-pages.ts'

/** Four rows below one heading, or one and one below two. */
const room: PageRoom = { columns: 2, height: 60, heading: 12, row: 12, gap: 5 }

const packed = (...sizes: number[]) =>
  packPages(
    sizes.map((rows, index) => ({ key: 'ABCDEF'[index] ?? '', rows })),
    room,
  ).map((page) => page.map((column) => column.map(({ key, from, to }) => `${key}${from}-${to}`).join(' ')))

test('given classes that fit, when a column is full, then the next class begins the next column', () => {
  expect(packed(1, 1, 2, 4, 3)).toEqual([
    ['A0-1 B0-1', 'C0-2'],
    ['D0-4', 'E0-3'],
  ])
})

test('given a class longer than a column, then it goes on in the next ones', () => {
  expect(packed(1, 10)).toEqual([
    ['A0-1', 'B0-4'],
    ['B4-8', 'B8-10'],
  ])
})

test('given a class that ends with one row alone, then the column before leaves it another one', () => {
  expect(packed(5)).toEqual([['A0-3', 'A3-5']])
})

test('given no class, then there is no page', () => {
  expect(packed()).toEqual([])
})

const anyRoom = fc.record({
  columns: fc.integer({ min: 1, max: 4 }),
  height: fc.integer({ min: 0, max: 900 }),
  heading: fc.constant(46),
  row: fc.constant(43.5),
  gap: fc.constant(12),
})
const anyBlocks = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 14 }) }, fc.integer({ min: 0, max: 90 })), {
    maxLength: 30,
  })
  .map((sizes) => sizes.map((rows, index): Block => ({ key: `${index}`, rows })))

test('given any classes and any screen, then each row is on one page, in order, and no column is too long', () => {
  fc.assert(
    fc.property(anyBlocks, anyRoom, (blocks, one) => {
      const pages = packPages(blocks, one)
      const parts = pages.flat(2)
      expect(parts.flatMap(rowsOf)).toEqual(blocks.flatMap(({ key, rows }) => rowsOf({ key, from: 0, to: rows })))
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        expect(page.length).toBeLessThanOrEqual(one.columns)
      }
      for (const column of pages.flat()) {
        expect(column.length).toBeGreaterThan(0)
        const isLowest = column.length === 1 && column[0] && column[0].to - column[0].from === 1
        if (!isLowest) expect(heightOf(column, one)).toBeLessThanOrEqual(one.height)
      }
    }),
  )
})

test('given any classes and any screen, then a class is split only if it is longer than a column', () => {
  fc.assert(
    fc.property(anyBlocks, anyRoom, (blocks, one) => {
      const parts = packPages(blocks, one).flat(2)
      for (const { key, rows } of blocks) {
        const own = parts.filter((part) => part.key === key)
        if (own.length > 1) expect(heightOf([{ key, from: 0, to: rows }], one)).toBeGreaterThan(one.height)
      }
    }),
  )
})

test('given any classes and any screen, then no column could hold the next class or part as well', () => {
  fc.assert(
    fc.property(anyBlocks, anyRoom, (blocks, one) => {
      const columns = packPages(blocks, one).flat()
      for (const [index, column] of columns.entries()) {
        const [next] = columns[index + 1] ?? []
        if (next && next.from === 0) expect(heightOf([...column, next], one)).toBeGreaterThan(one.height)
      }
    }),
  )
})

function rowsOf({ key, from, to }: Part): string[] {
  return Array.from({ length: to - from }, (_, index) => `${key} ${from + index}`)
}

function heightOf(column: readonly Part[], { heading, row, gap }: PageRoom): number {
  return column.reduce((sum, { from, to }) => sum + heading + (to - from) * row, (column.length - 1) * gap)
}
