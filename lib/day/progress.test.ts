import { expect, test } from 'vitest'
import type { News, Whereabouts } from './news.ts'
import { freshFor, freshProgress, progressOf } from './progress.ts'

const at = (place?: number, total?: number): Whereabouts => {
  return { total, position: place === undefined ? undefined : { place, shared: false } }
}
const news = (before: Whereabouts, after: Whereabouts, kind: News['kind'] = 'run'): News => {
  return { version: 1, at: 0, driver_name: 'Ann', kind, course: 0, run: 0, text_before: '', text: '40', before, after }
}

test.each([
  ['a better run', at(4, 41_000), at(2, 40_689), { places: 2, better: 311, first: false }],
  ['a slower run', at(2, 41_000), at(2, 41_000), { places: 0, better: undefined, first: false }],
  ['one more run that adds up', at(2, 41_000), at(3, 82_000), { places: -1, better: undefined, first: false }],
  ['a first time', at(), at(3, 41_000), { places: 0, better: undefined, first: true }],
  ['a time that was taken away', at(3, 41_000), at(), { places: 0, better: undefined, first: false }],
])('%s', (_what, before, after, progress) => {
  expect(progressOf(news(before, after))).toEqual(progress)
})

test('is new for ten minutes, until the next run, and unless it was corrected', () => {
  const better = news(at(4, 41_000), at(2, 40_689))
  const slower = news(at(2, 40_689), at(2, 40_689))
  expect(freshProgress([better], freshFor - 1)).toMatchObject({ places: 2, better: 311 })
  expect(freshProgress([better], freshFor)).toBeUndefined()
  expect(freshProgress([slower, better], 0)).toBeUndefined()
  expect(freshProgress([news(at(2), at(3), 'correction'), better], 0)).toBeUndefined()
  expect(freshProgress([], 0)).toBeUndefined()
})
