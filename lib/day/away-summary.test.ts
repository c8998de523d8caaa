import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { awaySummary, type Fate } from './away-summary.ts'
import { newsBetween, withNews } from './news.ts'

const event = defaultEvent('Test')
type Runs = Readonly<Record<string, readonly string[]>>
const stand = (runs: Runs) =>
  standingsOf(
    Object.entries(runs).map(([driver_name, own]): Driver => ({ driver_name, class: 'SS', runs: [...own] })),
    event,
  )

const start: Runs = { Ann: ['42'], Bob: ['41'], Cid: ['40'], Dan: ['50'] }
const [left, middle, back] = [
  { version: 6, standings: stand(start) },
  { version: 7, standings: stand({ ...start, Ann: ['42', '40.5'] }) },
  { version: 8, standings: stand({ ...start, Ann: ['42', '40.5'], Cid: ['40+1'] }) },
]
const news = withNews(
  newsBetween(left.standings, middle.standings, 7, 0),
  newsBetween(middle.standings, back.standings, 8, 0),
)
const short = ({ driver_name, before, after, passed, passed_by }: Fate) => [
  driver_name,
  before?.place,
  after?.place,
  ...[passed, passed_by].map((list) => list.map(({ driver }) => driver.driver_name).join()),
]

test('what was missed is counted, and of those followed it is told where they are now and who passed whom', () => {
  const summary = awaySummary(news, left, back, new Set(['Ann', 'Cid', 'Dan', 'Nobody']))
  expect(summary).toMatchObject({ runs: 1, corrections: 1 })
  expect(summary?.fates.map(short)).toEqual([
    ['Ann', 3, 1, 'Cid,Bob', ''],
    ['Cid', 1, 3, '', 'Ann,Bob'],
  ])
})

test('who was passed without driving is told, too', () => {
  expect(awaySummary(news, left, middle, new Set(['Bob']))?.fates.map(short)).toEqual([['Bob', 2, 3, '', 'Ann']])
})

test('what happened before or after is not counted', () => {
  expect(awaySummary(news, middle, back, new Set())).toEqual({ runs: 0, corrections: 1, fates: [] })
  expect(awaySummary(news, left, middle, new Set())).toEqual({ runs: 1, corrections: 0, fates: [] })
})

test('nothing is nothing', () => {
  expect(awaySummary(news, back, back, new Set(['Ann']))).toBeUndefined()
  expect(awaySummary([], left, { ...left, version: 7 }, new Set(['Ann']))).toBeUndefined()
})

test('who lost the only time has no place any more', () => {
  const gone = { version: 9, standings: stand({ ...start, Cid: ['DNF'] }) }
  expect(awaySummary([], left, gone, new Set(['Cid']))?.fates.map(short)).toEqual([
    ['Cid', 1, undefined, '', 'Bob,Ann,Dan'],
  ])
})
