import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemAt, itemsBeforeRows, itemsToRender, listItems, listWindow } from './list-window.ts'

const rowCounts = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 })

/** A list, a stretch of it that is in range, an item that must stay, and every item's height. */
const windows = rowCounts.chain((counts) => {
  const { count } = listItems(counts)
  return fc
    .tuple(fc.nat(count - 1), fc.nat(12), fc.option(fc.nat(count + 3), { nil: undefined }))
    .chain(([from, length, kept]) =>
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: count, maxLength: count }).map((sizes) => {
        const inRange = Array.from({ length: Math.min(length, count - from) }, (_, index) => from + index)
        return { counts, inRange, kept, sizes }
      }),
    )
})

function placesOf(sizes: readonly number[], margin: number) {
  let reached = margin
  return sizes.map((size, index) => {
    const start = reached
    reached += size
    return { index, start, end: reached }
  })
}

test('every item belongs to the section that it was counted for', () => {
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

test('what is in range is rendered, in order and once, with what must stay and every heading of a row', () => {
  fc.assert(
    fc.property(windows, ({ counts, inRange, kept }) => {
      const items = listItems(counts)
      const rendered = itemsToRender(items, inRange, kept)
      expect(rendered).toEqual([...new Set(rendered)].sort((a, b) => a - b))
      expect(rendered).toEqual(expect.arrayContaining([...inRange]))
      expect(kept === undefined || kept >= items.count || rendered.includes(kept)).toBe(true)
      for (const index of rendered) expect(rendered).toContain(items.starts[itemAt(items, index).section])
    }),
  )
})

test('gaps and rows together are as high as the whole list, and each rendered item lies where it would in the whole', () => {
  fc.assert(
    fc.property(windows, ({ counts, inRange, kept, sizes }) => {
      const items = listItems(counts)
      const margin = 70
      const places = placesOf(sizes, margin)
      const end = places.at(-1)?.end ?? margin
      const rendered = itemsToRender(items, inRange, kept).flatMap((index) => places[index] ?? [])
      const { sections, gapAfter } = listWindow(items, rendered, margin, end)
      let reached = margin
      for (const { section, headingIndex, gapBefore, parts } of sections) {
        reached += gapBefore
        expect(reached).toBe(places[headingIndex]?.start)
        for (let index = headingIndex; index < headingIndex + itemsBeforeRows; index += 1) reached += sizes[index] ?? 0
        for (const part of parts) {
          if (part.kind === 'row') {
            expect(reached).toBe(places[part.index]?.start)
            expect(itemAt(items, part.index)).toEqual({ section, row: part.row })
          }
          reached += part.kind === 'gap' ? part.size : (sizes[part.index] ?? 0)
        }
      }
      expect(reached + gapAfter).toBe(end)
    }),
  )
})
