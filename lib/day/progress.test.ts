import { expect, test } from 'vitest'
import type { EntrySnapshot, News } from './news.ts'
import { freshFor, freshProgress, progressOf } from './progress.ts'

const at = (place?: number, total?: number): EntrySnapshot => {
  return { total, position: place === undefined ? undefined : { place, shared: false } }
}
const news = (before: EntrySnapshot, after: EntrySnapshot, kind: News['kind'] = 'run'): News => {
  return { version: 1, at: 0, driver_name: 'Ann', kind, course: 0, run: 0, text_before: '', text: '40', before, after }
}

test.each([
  ['a better run', { positions: 2, better: 311, first: false }, at(4, 41_000), at(2, 40_689)],
  ['a slower run', { positions: 0, better: undefined, first: false }, at(2, 41_000), at(2, 41_000)],
  ['one more run of a sum', { positions: -1, better: undefined, first: false }, at(2, 41_000), at(3, 82_000)],
  ['a first time', { positions: 0, better: undefined, first: true }, at(), at(3, 41_000)],
  ['a deleted time', { positions: 0, better: undefined, first: false }, at(3, 41_000), at()],
])('the progress of %s is %o', (_what, progress, before, after) => {
  expect(progressOf(news(before, after))).toEqual(progress)
})

test('progress is new for ten minutes, until the next run or correction of the entry', () => {
  const better = news(at(4, 41_000), at(2, 40_689))
  const slower = news(at(2, 40_689), at(2, 40_689))
  expect(freshProgress([better], freshFor - 1)).toMatchObject({ positions: 2, better: 311 })
  expect(freshProgress([better], freshFor)).toBeUndefined()
  expect(freshProgress([slower, better], 0)).toBeUndefined()
  expect(freshProgress([news(at(2), at(3), 'correction'), better], 0)).toBeUndefined()
  expect(freshProgress([], 0)).toBeUndefined()
})
