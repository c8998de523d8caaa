import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { kioskPages, nextPage } from './kiosk-pages.ts'

const entries = [...'ABCDEFGHIJKLM'].map((name, index): TestEntry => [name, index < 3 ? 'SS' : 'STR', [`4${index}.0`]])
const { all } = testStandings(entries, { classes: [{ code: 'SS', name: 'Super Street', index: 0.8 }] })

test('each class has its own pages, and a long one is split into about equal parts', () => {
  const pages = kioskPages(all, { view: 'class', classCode: '' }, 8)
  expect(pages.map(({ title, part, parts, rows }) => [title, part, parts, rows.length])).toEqual([
    ['SS · Super Street', 1, 1, 3],
    ['STR', 1, 2, 5],
    ['STR', 2, 2, 5],
  ])
})

test('only the chosen class has pages, whatever the case of its code; a ranking without one has all entries', () => {
  expect(kioskPages(all, { view: 'class', classCode: 'str' }, 20).map(({ code }) => code)).toEqual(['STR'])
  expect(kioskPages(all, { view: 'raw', classCode: '' }, 7).map(({ rows }) => rows.length)).toEqual([7, 6])
  expect(kioskPages(all, { view: 'pax', classCode: 'ss' }, 7).map(({ rows }) => rows.length)).toEqual([3])
  expect(kioskPages(all, { view: 'class', classCode: 'none' }, 7)).toEqual([])
})

test('the page after the last one is the first, and so is the page after a removed one', () => {
  const pages = kioskPages(all, { view: 'class', classCode: '' }, 8)
  const keys = pages.map(({ key }) => key)
  expect(keys.map((key) => nextPage(pages, key)?.key)).toEqual([...keys.slice(1), keys[0]])
  expect(nextPage(pages, 'class removed 0')).toBe(pages[0])
  expect(nextPage([], 'x')).toBeUndefined()
})

test('for any number of rows per page, each entry is shown once, in order, and no page is too long', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 30 }), (rows) => {
      const pages = kioskPages(all, { view: 'raw', classCode: '' }, rows)
      expect(pages.flatMap((page) => page.rows)).toEqual(all.raw)
      for (const page of pages) {
        expect(page.rows.length).toBeGreaterThan(0)
        expect(page.rows.length).toBeLessThanOrEqual(Math.max(1, rows))
      }
      expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length)
    }),
  )
})
