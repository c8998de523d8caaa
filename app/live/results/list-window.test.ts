import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemAt, itemsBeforeRows, itemsToRender, listItems, listWindow } from './list-window.ts'

const rowCounts = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 })

/** Row counts of a list, the items in range, an item with the focus, and every item's height. */
const windows = rowCounts.chain((counts) => {
  const { count } = listItems(counts)
  return fc
    .tuple(fc.nat(count - 1), fc.nat(12), fc.option(fc.nat(count + 3), { nil: undefined }))
    .chain(([from, length, focused]) =>
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: count, maxLength: count }).map((sizes) => {
        const inRange = Array.from({ length: Math.min(length, count - from) }, (_, index) => from + index)
        return { counts, inRange, focused, sizes }
      }),
    )
})

function measuredItems(sizes: readonly number[], margin: number) {
  let reached = margin
  return sizes.map((size, index) => {
    const start = reached
    reached += size
    return { index, start, end: reached }
  })
}

test('itemAt returns the section and row of every item of a list', () => {
  fc.assert(
    fc.property(rowCounts, (counts) => {
      const items = listItems(counts)
      const expected = counts.flatMap((rows, section) => [
        ...Array.from({ length: itemsBeforeRows }, () => ({ section, row: undefined })),
        ...Array.from({ length: rows }, (_, row) => ({ section, row })),
      ])
      expect(items.count).toBe(expected.length)
      expect(expected.map((_, index) => itemAt(items, index))).toEqual(expected)
    }),
  )
})

test('items to render are ascending and unique, and contain the range, the focused item and all their headings', () => {
  fc.assert(
    fc.property(windows, ({ counts, inRange, focused }) => {
      const items = listItems(counts)
      const rendered = itemsToRender(items, inRange, focused)
      expect(rendered).toEqual([...new Set(rendered)].sort((a, b) => a - b))
      expect(rendered).toEqual(expect.arrayContaining([...inRange]))
      expect(focused === undefined || focused >= items.count || rendered.includes(focused)).toBe(true)
      for (const index of rendered) expect(rendered).toContain(items.starts[itemAt(items, index).section])
    }),
  )
})

test('items and gaps are as high as the whole list, and each item is at its offset in the whole list', () => {
  fc.assert(
    fc.property(windows, ({ counts, inRange, focused, sizes }) => {
      const items = listItems(counts)
      const margin = 70
      const measured = measuredItems(sizes, margin)
      const end = measured.at(-1)?.end ?? margin
      const rendered = itemsToRender(items, inRange, focused).flatMap((index) => measured[index] ?? [])
      const { sections, gapAfter } = listWindow(items, rendered, margin, end)
      let reached = margin
      for (const { section, headingIndex, gapBefore, parts } of sections) {
        reached += gapBefore
        expect(reached).toBe(measured[headingIndex]?.start)
        for (let index = headingIndex; index < headingIndex + itemsBeforeRows; index += 1) reached += sizes[index] ?? 0
        for (const part of parts) {
          if (part.kind === 'row') {
            expect(reached).toBe(measured[part.index]?.start)
            expect(itemAt(items, part.index)).toEqual({ section, row: part.row })
          }
          reached += part.kind === 'gap' ? part.size : (sizes[part.index] ?? 0)
        }
      }
      expect(reached + gapAfter).toBe(end)
    }),
  )
})
