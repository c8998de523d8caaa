import { expect, test } from 'vitest'
import { mostNews, type News, withNews } from '../../../lib/day/news.ts'
import { starredSince } from './starred-news.ts'

const nowhere = { total: undefined, position: undefined }
const news = (version: number, driver_name: string): News => {
  const where = { before: nowhere, after: nowhere }
  return { version, at: 0, driver_name, kind: 'run', course: 0, run: 0, text_before: '', text: '40', ...where }
}
const versions = (list: readonly News[]) => list.map(({ version }) => version)

test('what came since is in the order that it happened, of those followed only', () => {
  const known = [news(2, 'Ann'), news(1, 'Bob')]
  const now = withNews(known, [news(3, 'Ann'), news(3, 'Bob'), news(4, 'Ann')])
  expect(versions(starredSince(now, known, new Set(['Ann'])))).toEqual([3, 4])
  expect(starredSince(now, known, new Set())).toEqual([])
  expect(starredSince(now, now, new Set(['Ann']))).toEqual([])
})

test('what a page came with is not new, nor is old news of somebody who is followed now', () => {
  const known = [news(2, 'Ann')]
  expect(starredSince(known, known, new Set(['Ann']))).toEqual([])
  expect(versions(starredSince(withNews(known, [news(3, 'Bob')]), known, new Set(['Ann', 'Bob'])))).toEqual([3])
})

test('a full list of news, of which the oldest fell off, is no trouble', () => {
  const known = Array.from({ length: mostNews }, (_, index) => news(1000 - index, 'Ann'))
  expect(versions(starredSince(withNews(known, [news(1001, 'Ann')]), known, new Set(['Ann'])))).toEqual([1001])
})
