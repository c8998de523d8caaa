import { describe, expect, test } from 'vitest'
import { eventSchema } from '../record/event.ts'
import { entryResult } from './entry-result.ts'
import { rank } from './ranking.ts'

/** `name: place` of each entry, best first. */
function order(runs: Readonly<Record<string, string[] | string[][]>>, settings: Record<string, unknown>): string[] {
  const event = eventSchema.parse({ title: 'Test', ...settings })
  const results = Object.entries(runs).map(([driver_name, runs]) => entryResult({ driver_name, runs }, event))
  return rank(results, 'time').map(
    ({ entry, position }) => `${entry.driver.driver_name} ${position?.place ?? '-'}${position?.shared ? '=' : ''}`,
  )
}

describe('required_runs with cumulative scoring', () => {
  const runs = {
    all: ['60.0', '60.0', '60.0'],
    extra: ['50.0', '50.0', '50.0', '50.0'],
    slower: ['61.0', '61.0', '61.0'],
    fewer: ['10.0', '10.0'],
    fewest: ['10.0'],
  }

  test('places entries with as many or more by total alone, so that one more run never wins', () => {
    expect(order(runs, { scoring: 'cumulative', required_runs: 3 })).toEqual([
      'all 1',
      'slower 2',
      'extra 3',
      'fewer 4',
      'fewest 5',
    ])
  })

  test('changes nothing when it is not set: more runs are better', () => {
    expect(order(runs, { scoring: 'cumulative' })).toEqual(['extra 1', 'all 2', 'slower 3', 'fewer 4', 'fewest 5'])
  })

  test('counts the runs that are left after the slowest ones are dropped', () => {
    const two = { early: ['60.0', '60.0'], late: ['59.0', '99.0', '99.0'] }
    expect(order(two, { scoring: 'cumulative', drop_slowest: 1, required_runs: 1 })).toEqual(['early 1', 'late 2'])
  })

  test('does not concern another scoring', () => {
    expect(order(runs, { scoring: 'laps_then_time', required_runs: 3 })[0]).toBe('extra 1')
  })
})

describe('required_courses with sum_of_best', () => {
  const settings = { scoring: 'sum_of_best', required_courses: 2 }
  const days = { both: [['60.0'], ['60.0']], first: [['40.0'], []], second: [['DNF'], ['41.0']] }

  test('gives no total until so many courses or days have a time', () => {
    expect(order(days, settings)).toEqual(['both 1', 'first -', 'second -'])
    const { total, raw_total, indexed, completed, scores } = entryResult(
      { driver_name: 'Ann', runs: days.first, published_indexed: '39.0' },
      eventSchema.parse({ title: 'Test', ...settings }),
    )
    expect({ total, raw_total, indexed, completed, scores }).toEqual({ completed: 1, scores: [] })
  })

  test('changes nothing when it is not set: one course is a total behind those of two', () => {
    expect(order(days, { scoring: 'sum_of_best' })).toEqual(['both 1', 'first 2', 'second 3'])
  })
})

describe('equal results', () => {
  const event = eventSchema.parse({ title: 'Test' })
  const places = (entries: readonly (readonly [string, string, number?])[]) =>
    rank(
      entries.map(([driver_name, run, tie_order]) =>
        entryResult({ driver_name, runs: [run], ...(tie_order !== undefined && { tie_order }) }, event),
      ),
      'time',
    ).map(({ entry, position }) => `${entry.driver.driver_name} ${position?.place}${position?.shared ? '=' : ''}`)

  test('with a tie_order each have a place of their own, the smaller number ahead', () => {
    expect(
      places([
        ['Ann', '40.0', 3],
        ['Bob', '40.0', 2],
        ['Cy', '39.0', 9],
        ['Di', '41.0', 1],
      ]),
    ).toEqual(['Cy 1', 'Bob 2', 'Ann 3', 'Di 4'])
  })

  test('without a tie_order share a place, behind those that have one', () => {
    expect(
      places([
        ['Ann', '40.0'],
        ['Bob', '40.0'],
        ['Cy', '40.0', 7],
        ['Di', '40.0', 7],
      ]),
    ).toEqual(['Cy 1=', 'Di 1=', 'Ann 3=', 'Bob 3='])
  })
})
