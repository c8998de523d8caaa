import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { awaySummary, type FollowedChange } from './away-summary.ts'
import { newsBetween, withNews } from './news.ts'

const event = defaultEvent('Test')
type Runs = Readonly<Record<string, readonly string[]>>
const standingsWith = (runs: Runs) =>
  standingsOf(
    Object.entries(runs).map(([driver_name, own]): Driver => ({ driver_name, class: 'SS', runs: [...own] })),
    event,
  )

const start: Runs = { Ann: ['42'], Bob: ['41'], Cid: ['40'], Dan: ['50'] }
const [first, middle, last] = [
  { version: 6, standings: standingsWith(start) },
  { version: 7, standings: standingsWith({ ...start, Ann: ['42', '40.5'] }) },
  { version: 8, standings: standingsWith({ ...start, Ann: ['42', '40.5'], Cid: ['40+1'] }) },
]
const news = withNews(
  newsBetween(first.standings, middle.standings, 7, 0),
  newsBetween(middle.standings, last.standings, 8, 0),
)
const short = ({ driver_name, before, after, overtook, overtaken_by }: FollowedChange) => [
  driver_name,
  before?.place,
  after?.place,
  ...[overtook, overtaken_by].map((list) => list.map(({ driver }) => driver.driver_name).join()),
]

test('the summary counts runs and corrections, and has the positions and overtakes of each followed entry', () => {
  const summary = awaySummary(news, first, last, new Set(['Ann', 'Cid', 'Dan', 'Nobody']))
  expect(summary).toMatchObject({ runs: 1, corrections: 1 })
  expect(summary?.followed.map(short)).toEqual([
    ['Ann', 3, 1, 'Cid,Bob', ''],
    ['Cid', 1, 3, '', 'Ann,Bob'],
  ])
})

test('a followed entry that was overtaken without a run of its own is in the summary', () => {
  expect(awaySummary(news, first, middle, new Set(['Bob']))?.followed.map(short)).toEqual([['Bob', 2, 3, '', 'Ann']])
})

test('news before the first moment or after the last one are not counted', () => {
  expect(awaySummary(news, middle, last, new Set())).toEqual({ runs: 0, corrections: 1, followed: [] })
  expect(awaySummary(news, first, middle, new Set())).toEqual({ runs: 1, corrections: 0, followed: [] })
})

test('there is no summary when no news and no position is new', () => {
  expect(awaySummary(news, last, last, new Set(['Ann']))).toBeUndefined()
  expect(awaySummary([], first, { ...first, version: 7 }, new Set(['Ann']))).toBeUndefined()
})

test('a followed entry that lost its only time has no position afterwards', () => {
  const withoutTime = { version: 9, standings: standingsWith({ ...start, Cid: ['DNF'] }) }
  expect(awaySummary([], first, withoutTime, new Set(['Cid']))?.followed.map(short)).toEqual([
    ['Cid', 1, undefined, '', 'Bob,Ann,Dan'],
  ])
})
