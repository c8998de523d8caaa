import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../../lib/standings/test-standings.fixture.ts'
import { kioskBlocks } from './kiosk-blocks.ts'
import { type PackedPage, packPages } from './pack-pages.ts'
import { firstTurn, pageTime, roundOf, shownPage, type Turn, turnAfter } from './round.ts'

const tv = { columns: 2, height: 866, heading: 46, row: 43.5, gap: 12 }
const phone = { columns: 1, height: 600, heading: 46, row: 43.5, gap: 12 }

/** Classes C0, C1 … with so many entries each, all with a time. */
function classesOf(sizes: readonly number[]) {
  const entries = sizes.flatMap((size, index) =>
    Array.from({ length: size }, (_, own): TestEntry => [`${index} ${own}`, `C${index}`, [`${40 + own}.0`]]),
  )
  return testStandings(entries, { classes: sizes.map((_, index) => ({ code: `C${index}` })) }).all
}

const all = { view: 'class', classCode: '' } as const

test.each([
  ['60 entries on a TV', 10, 6, tv],
  ['1,300 entries on a TV', 50, 26, tv],
  ['1,300 entries on a phone', 50, 26, phone],
  ['1,300 entries in classes of three on a phone', 433, 3, phone],
] as const)('given %s, then a round takes at most three minutes and a page at most 15 s', (_, classes, size, room) => {
  const { pages } = roundOf(kioskBlocks(classesOf(Array(classes).fill(size)), all), room)
  expect(pages.length * pageTime(pages.length)).toBeLessThanOrEqual(180_000)
  expect(pageTime(pages.length)).toBeLessThanOrEqual(15_000)
})

test('given up to 60 pages, then all entries are shown; given more, then the first ten of each class', () => {
  const shown = (classes: number) => {
    const { blocks, pages } = roundOf(kioskBlocks(classesOf(Array(classes).fill(26)), all), phone)
    const parts = pages.flat(2)
    expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(
      blocks.reduce((sum, { rows }) => sum + rows.length, 0),
    )
    return blocks.map(({ rows }) => rows.length)
  }
  expect(shown(20)).toEqual(Array(20).fill(26))
  expect(shown(50)).toEqual(Array(50).fill(10))
})

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })

test('given any list, then a round has each page once, in order, and begins again', () => {
  fc.assert(
    fc.property(sizes, (rows) => {
      const pages = pagesOf(rows)
      let turn = firstTurn
      for (let index = 0; index < 2 * pages.length; index += 1) {
        expect(shownPage(pages, turn)).toBe(index % pages.length)
        turn = turnAfter(pages, shownPage(pages, turn))
      }
    }),
  )
})

test('given any list, when classes grow during the round, then no class is left out and no page comes back', () => {
  const growth = fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
  fc.assert(
    fc.property(sizes, fc.array(growth, { minLength: 40, maxLength: 40 }), (first, changes) => {
      const rows = [...first]
      const seen = new Set<string>()
      let turn: Turn = firstTurn
      for (const change of changes) {
        const pages = pagesOf(rows)
        const shown = shownPage(pages, turn)
        for (const { key } of pages[shown]?.flat() ?? []) seen.add(key)
        const next = turnAfter(pages, shown)
        if (next.index === 0) {
          expect(seen.size).toBe(rows.length)
          return
        }
        for (const [index, more] of change) if (index < rows.length) rows[index] = (rows[index] ?? 0) + more
        const now = pagesOf(rows)
        expect(now[shownPage(now, next)]?.flat().some(({ key }) => key === next.key)).toBe(true)
        turn = next
      }
    }),
  )
})

test('given a page whose class is gone, then the page at the same place is shown, or the last one', () => {
  const pages = pagesOf([10, 10, 10, 10])
  expect(shownPage(pages, { key: 'gone', row: 0, index: 1 })).toBe(1)
  expect(shownPage(pages, { key: 'gone', row: 0, index: 7 })).toBe(pages.length - 1)
  expect(shownPage([], { key: 'gone', row: 0, index: 7 })).toBe(0)
})

function pagesOf(rows: readonly number[]): readonly PackedPage[] {
  return packPages(
    rows.map((size, index) => ({ key: `${index}`, rows: size })),
    tv,
  )
}
