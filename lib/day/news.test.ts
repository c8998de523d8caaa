import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { mostNews, newsBetween, withNews } from './news.ts'

const event = defaultEvent('Test')
const standingsWith = (runs: Readonly<Record<string, Driver['runs']>>) =>
  standingsOf(
    Object.entries(runs).map(([driver_name, own]): Driver => ({ driver_name, class: 'SS', runs: own })),
    event,
  )
const between = (before: Parameters<typeof standingsWith>[0], after: Parameters<typeof standingsWith>[0]) =>
  newsBetween(standingsWith(before), standingsWith(after), 7, 1000)

test('a new run is news with the position and the total before and after', () => {
  expect(between({ Ann: ['40.000'], Bob: ['41.000'] }, { Ann: ['40.000'], Bob: ['41.000', '39.500'] })).toEqual([
    {
      version: 7,
      at: 1000,
      driver_name: 'Bob',
      kind: 'run',
      course: 0,
      run: 1,
      text_before: '',
      text: '39.500',
      before: { total: 41_000, position: { place: 2, shared: false } },
      after: { total: 39_500, position: { place: 1, shared: false } },
    },
  ])
})

test.each([
  ['an added cone', ['40.000'], ['40.000+1'], '40.000', '40.000+1'],
  ['a deleted run', ['40.000', '41.000'], ['40.000'], '41.000', ''],
  ['a DNF that is changed to a time', ['DNF'], ['40.000'], 'DNF', '40.000'],
])('%s is a correction', (_what, before, after, text_before, text) => {
  expect(between({ Ann: before }, { Ann: after })).toMatchObject([{ kind: 'correction', text_before, text }])
})

test('news of a run have the index of its course', () => {
  expect(between({ Ann: [['40.000'], ['']] }, { Ann: [['40.000'], ['41.000']] })).toMatchObject([
    { kind: 'run', course: 1, run: 0, text: '41.000' },
  ])
})

test('equal runs, empty runs, and added or removed entries are no news', () => {
  expect(between({ Ann: ['40.0', ''] }, { Ann: [' 40.0'] })).toEqual([])
  expect(between({ Ann: ['40.0'] }, { Bob: ['40.0'] })).toEqual([])
  expect(newsBetween(standingsWith({}), standingsWith({ Ann: ['40.0'] }), 1, 1)).toEqual([])
})

test('news of several entries are class by class, in order of position', () => {
  const list = (runs: Readonly<Record<string, string>>) =>
    ['Ann', 'Bob', 'Cid', 'Dan'].map((driver_name): Driver => {
      const own = runs[driver_name]
      return { driver_name, class: driver_name === 'Cid' ? 'AS' : 'SS', runs: own === undefined ? [] : [own] }
    })
  const before = standingsOf(list({ Dan: '50.000' }), event)
  const after = standingsOf(list({ Ann: '42.000', Bob: '41.000', Cid: '43.000', Dan: '50.000' }), event)
  expect(newsBetween(before, after, 1, 1).map(({ driver_name }) => driver_name)).toEqual(['Cid', 'Bob', 'Ann'])
})

test('the newest news are first, and only the newest are kept', () => {
  const one = between({ Ann: ['40'], Bob: ['41'] }, { Ann: ['40', '39'], Bob: ['41', '38'] })
  const known = withNews([], one)
  expect(known.map(({ driver_name }) => driver_name)).toEqual(['Ann', 'Bob'])
  expect(withNews(known, [])).toBe(known)
  const many = Array.from({ length: 150 }).reduce<typeof known>((news) => withNews(news, one), [])
  expect(many).toHaveLength(mostNews)
})
