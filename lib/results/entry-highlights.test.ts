import { expect, test } from 'vitest'
import type { News } from '../day/news.ts'
import { freshFor } from '../day/progress.ts'
import { entryHighlights, noHighlights } from './entry-highlights.ts'

/** News of the first course, at a minute of the day. */
function news(minute: number, run: number, text_before: string, text: string): News {
  const kind = text_before === '' ? 'run' : 'correction'
  return {
    version: minute,
    at: minute * 60_000,
    driver_name: 'Ann',
    kind,
    course: 0,
    run,
    text_before,
    text,
    before: { total: 42_000, position: undefined },
    after: { total: 41_000, position: undefined },
  }
}

const fastest = { course: 0, run: 1, marks: ['fastest'] } as const

test('an entry without marks and news has no highlights', () => {
  expect(entryHighlights([], [], 0)).toBe(noHighlights)
})

test('a marked run without news has its marks and no correction', () => {
  expect(entryHighlights([fastest], [], 0).runs).toEqual([{ ...fastest, corrected: undefined }])
})

test('a run that was corrected twice has the text before the last correction, and the time of that', () => {
  const own = [news(3, 0, '42.000+1', '42.000+2'), news(2, 0, '42.000', '42.000+1')]
  expect(entryHighlights([], own, 0).runs).toEqual([
    { course: 0, run: 0, marks: [], corrected: { before: '42.000+1', at: 180_000 } },
  ])
})

test('a deleted run, and one that was driven again since, have no correction', () => {
  expect(entryHighlights([], [news(2, 0, '42.000', '')], 0).runs).toEqual([])
  expect(entryHighlights([], [news(3, 0, '', '41.000'), news(2, 0, '42.000', '')], 0).runs).toEqual([])
})

test('a corrected run that is the fastest has both its marks and its correction', () => {
  const other = { course: 1, run: 0, marks: ['best_in_class'] } as const
  expect(entryHighlights([fastest, other], [news(2, 1, '40.000', '39.000')], 0).runs).toEqual([
    { ...fastest, corrected: { before: '40.000', at: 120_000 } },
    { ...other, corrected: undefined },
  ])
})

test('a new run has progress for the time that runs stay new', () => {
  const own = [news(0, 0, '', '41.000')]
  expect(entryHighlights([], own, freshFor - 1).progress).toEqual({ positions: 0, better: 1000, first: false })
  expect(entryHighlights([], own, freshFor)).toBe(noHighlights)
})
