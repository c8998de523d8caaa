import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { countingOf } from '../scoring/counting.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { completedText, completedWords, gapWords } from './completed-words.ts'
import { differenceWords } from './difference-words.ts'
import { noTotalWords } from './no-total-words.ts'

/** What is said of each entry of one class, best first. */
function words(settings: Record<string, unknown>, runs: Readonly<Record<string, Driver['runs']>>) {
  const event = eventSchema.parse({ title: 'Test', ...settings })
  const drivers = Object.entries(runs).map(([driver_name, runs]) => ({
    driver_name,
    class: 'K',
    ...(runs && { runs }),
  }))
  const { raw, courses } = standingsOf(drivers, event)
  const counting = countingOf(event, courses)
  return raw.map((standing) => ({
    name: standing.driver.driver_name,
    beside: completedWords(standing, counting),
    column: counting && completedText(standing, counting),
    gap: gapWords(standing, counting, 'seconds'),
    none: standing.total === undefined ? noTotalWords(standing) : '',
    to_first: raw[0] && differenceWords(standing, raw[0], counting),
  }))
}

test('a race says the laps of each entry, and a gap in laps where the first has more', () => {
  const laps = { Ada: ['50.1', '50.2', '50.3'], Bo: ['51', '51', '51'], Cy: ['40', '40'], Di: ['30'], El: ['DNF'] }
  expect(words({ scoring: 'laps_then_time' }, laps).map(({ beside, column, gap }) => [beside, column, gap])).toEqual([
    ['3 laps', '3', ''],
    ['3 laps', '3', '+2.400'],
    ['2 laps', '2', '+1 lap'],
    ['1 lap', '1', '+2 laps'],
    ['', '', ''],
  ])
})

test('two days say 1 of 2 until both have a time, with and without a total in between', () => {
  const days = { Ada: [['50'], ['50']], Bo: [['51'], ['DNF']], Cy: [[''], ['']] }
  const said = (settings: Record<string, unknown>) =>
    words({ scoring: 'sum_of_best', ...settings }, days).map(({ beside, column, gap, none }) => [
      beside,
      column,
      gap,
      none,
    ])
  expect(said({})).toEqual([
    ['', '2 of 2', '', ''],
    ['1 of 2', '1 of 2', '+1 course', ''],
    ['', '', '', 'no time'],
  ])
  expect(said({ required_courses: 2 })).toEqual([
    ['', '2 of 2', '', ''],
    ['1 of 2', '1 of 2', '', 'no total'],
    ['', '', '', 'no time'],
  ])
})

test('cumulative runs say how many are missing of those that are required, and no gap in runs beyond them', () => {
  const runs = { Ada: ['50', '50'], Bo: ['40', '40', '40'], Cy: ['10'] }
  const said = (settings: Record<string, unknown>) =>
    words({ scoring: 'cumulative', ...settings }, runs).map(({ name, beside, gap }) => [name, beside, gap])
  expect(said({ required_runs: 2 })).toEqual([
    ['Ada', '', ''],
    ['Bo', '', '+20.000'],
    ['Cy', '1 of 2', '+1 run'],
  ])
  expect(said({})).toEqual([
    ['Bo', '3 runs', ''],
    ['Ada', '2 runs', '+1 run'],
    ['Cy', '1 run', '+2 runs'],
  ])
})

test('where time alone decides, nothing is counted', () => {
  expect(words({}, { Ada: ['50'], Bo: ['51'] }).map(({ beside, column, gap }) => [beside, column, gap])).toEqual([
    ['', undefined, ''],
    ['', undefined, '+1.000'],
  ])
})

test('the difference to another result says how many more or fewer it has', () => {
  const [, second, third] = words(
    { scoring: 'laps_then_time' },
    { Ada: ['50', '50', '50'], Bo: ['51', '51'], Cy: ['9'] },
  )
  expect([second?.to_first, third?.to_first]).toEqual(['1 more lap', '2 more laps'])
})
