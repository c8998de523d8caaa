import { expect, test } from 'vitest'
import { awaySummary } from './away-summary.ts'
import type { News } from './news.ts'

const at = (place: number) => ({ total: 40_000, position: { place, shared: false } })
const news = (version: number, driver_name: string, from: number, to: number, kind: News['kind'] = 'run'): News => {
  return {
    version,
    at: 0,
    driver_name,
    kind,
    course: 0,
    run: 0,
    text_before: '',
    text: '40',
    before: at(from),
    after: at(to),
  }
}

test('what was missed is counted, and who of those followed moved is named, from where they were to where they are', () => {
  const list = [news(9, 'Ann', 2, 1), news(8, 'Bob', 5, 4), news(8, 'Cid', 3, 3, 'correction'), news(7, 'Ann', 3, 2)]
  expect(awaySummary(list, 6, new Set(['Ann', 'Cid']))).toEqual({
    runs: 3,
    corrections: 1,
    moved: [{ driver_name: 'Ann', before: { place: 3, shared: false }, after: { place: 1, shared: false } }],
  })
  expect(awaySummary(list, 8, new Set())).toEqual({ runs: 1, corrections: 0, moved: [] })
  expect(awaySummary(list, 9, new Set(['Ann']))).toBeUndefined()
})
