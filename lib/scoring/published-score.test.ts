import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { entryResult } from './entry-result.ts'

const classes = [{ code: 'STR', index: 0.8 }]
const resultOf = (driver: Partial<Driver>, settings: Record<string, unknown> = {}) =>
  entryResult(
    { driver_name: 'Ann', class: 'STR', ...driver },
    eventSchema.parse({ title: 'Test', classes, ...settings }),
  )

describe('a published total', () => {
  test.each([undefined, [], ['', ''], [[], ['']]])('is the result of an entry with the runs %j', (runs) => {
    const result = resultOf({ published_total: '1:41.5', ...(runs && { runs }) })
    expect(result).toMatchObject({ total: 101_500, raw_total: 101_500, indexed: 81_200, completed: 1, runs_done: 0 })
  })

  test.each([[['40.0']], [['DNF']], [['40.0+RRN']], [['', 'junk']]])('is not the result beside the runs %j', (runs) => {
    const own = resultOf({ runs })
    expect(resultOf({ runs, published_total: '30.000' })).toEqual({
      ...own,
      driver: { ...own.driver, published_total: '30.000' },
    })
  })

  test.each(['dns', '', '-', '0.000', 'DNF'])('of %j is no result', (published_total) => {
    expect(resultOf({ published_total })).toMatchObject({ total: undefined, indexed: undefined, scores: [] })
  })

  test('goes with the published indexed time, where the record has one', () => {
    expect(resultOf({ published_total: '100.0', published_indexed: '79.5' }).indexed).toBe(79_500)
  })

  test('counts as all the courses or runs that the event requires, unless the record gives their number', () => {
    const published_total = '100.0'
    const days = { scoring: 'sum_of_best', required_courses: 2 }
    expect(resultOf({ published_total }, days)).toMatchObject({ total: 100_000, completed: 2 })
    expect(resultOf({ published_total }, { scoring: 'cumulative', required_runs: 6 }).completed).toBe(6)
    expect(
      resultOf({ published_total, published_laps: 5 }, { scoring: 'cumulative', required_runs: 6 }).completed,
    ).toBe(5)
    expect(resultOf({ published_total }, { required_runs: 6, required_courses: 2 }).completed).toBe(1)
  })
})

test('the published laps and total of a race are its result, also when only its last laps are in the record', () => {
  const race = { scoring: 'laps_then_time' }
  const record = { runs: ['50.1', '50.2'], published_laps: 212, published_total: '2:59:01.5' }
  expect(resultOf(record, race)).toMatchObject({ total: 10_741_500, completed: 212 })
  expect(resultOf({ ...record, published_total: '-' }, race)).toMatchObject({ total: 100_300, completed: 2 })
  expect(resultOf(record, { scoring: 'cumulative' })).toMatchObject({ total: 100_300, completed: 2 })
})
