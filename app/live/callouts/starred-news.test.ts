import { expect, test } from 'vitest'
import { mostNews, type News, withNews } from '../../../lib/day/news.ts'
import { starredSince } from './starred-news.ts'

const noResult = { total: undefined, position: undefined }
const news = (version: number, driver_name: string): News => {
  const results = { before: noResult, after: noResult }
  return { version, at: 0, driver_name, kind: 'run', course: 0, run: 0, text_before: '', text: '40', ...results }
}
const versions = (list: readonly News[]) => list.map(({ version }) => version)

test('news since a known list has items of followed drivers only, oldest first', () => {
  const known = [news(2, 'Ann'), news(1, 'Bob')]
  const now = withNews(known, [news(3, 'Ann'), news(3, 'Bob'), news(4, 'Ann')])
  expect(versions(starredSince(now, known, new Set(['Ann'])))).toEqual([3, 4])
  expect(starredSince(now, known, new Set())).toEqual([])
  expect(starredSince(now, now, new Set(['Ann']))).toEqual([])
})

test('known news is not new, even of a driver who was not followed before', () => {
  const known = [news(2, 'Ann')]
  expect(starredSince(known, known, new Set(['Ann']))).toEqual([])
  expect(versions(starredSince(withNews(known, [news(3, 'Bob')]), known, new Set(['Ann', 'Bob'])))).toEqual([3])
})

test('news is found in a full list, which has dropped its oldest item', () => {
  const known = Array.from({ length: mostNews }, (_, index) => news(1000 - index, 'Ann'))
  expect(versions(starredSince(withNews(known, [news(1001, 'Ann')]), known, new Set(['Ann'])))).toEqual([1001])
})
