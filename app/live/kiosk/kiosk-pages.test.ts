import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { kioskPages, nextPage } from './kiosk-pages.ts'

const field = [...'ABCDEFGHIJKLM'].map((name, index): TestEntry => [name, index < 3 ? 'SS' : 'STR', [`4${index}.0`]])
const { all } = testStandings(field, { classes: [{ code: 'SS', name: 'Super Street', index: 0.8 }] })

test('every class is shown, a long one in parts that are about equal', () => {
  const pages = kioskPages(all, { view: 'class', classCode: '' }, 8)
  expect(pages.map(({ title, part, parts, rows }) => [title, part, parts, rows.length])).toEqual([
    ['SS · Super Street', 1, 1, 3],
    ['STR', 1, 2, 5],
    ['STR', 2, 2, 5],
  ])
})

test('one class alone, however its code is written; a ranking of everybody', () => {
  expect(kioskPages(all, { view: 'class', classCode: 'str' }, 20).map(({ code }) => code)).toEqual(['STR'])
  expect(kioskPages(all, { view: 'raw', classCode: '' }, 7).map(({ rows }) => rows.length)).toEqual([7, 6])
  expect(kioskPages(all, { view: 'pax', classCode: 'ss' }, 7).map(({ rows }) => rows.length)).toEqual([3])
  expect(kioskPages(all, { view: 'class', classCode: 'none' }, 7)).toEqual([])
})

test('after the last page comes the first, also after one that is no more', () => {
  const pages = kioskPages(all, { view: 'class', classCode: '' }, 8)
  const keys = pages.map(({ key }) => key)
  expect(keys.map((key) => nextPage(pages, key)?.key)).toEqual([...keys.slice(1), keys[0]])
  expect(nextPage(pages, 'class gone 0')).toBe(pages[0])
  expect(nextPage([], 'x')).toBeUndefined()
})

test('whatever fits on a page, every entry is shown once, in order, and no page is longer', () => {
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
