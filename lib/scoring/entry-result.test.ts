import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { type EntryResult, entryResult } from './entry-result.ts'

function resultOf(
  runs: Driver['runs'],
  settings: Record<string, unknown> = {},
  driver: Partial<Driver> = {},
): EntryResult {
  const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'STR', index: 0.8 }], ...settings })
  return entryResult({ driver_name: 'Ann', class: 'STR', ...driver, ...(runs && { runs }) }, event)
}

/** The runs of the result, as text. */
function bestOf({ runs }: EntryResult): string[] {
  return runs.flat().flatMap((run) => (run.best ? [run.text] : []))
}

describe('a run', () => {
  test('has the time of the clock plus the penalties of the event', () => {
    expect(resultOf(['40.516']).total).toBe(40_516)
    expect(resultOf(['41.266+1']).total).toBe(43_266)
    expect(resultOf(['50.001+1/2']).total).toBe(72_001)
    const penalties = { cone_seconds: 1.005, gate_seconds: 5 }
    expect(resultOf(['40.000+3/1'], { penalties }).total).toBe(48_015)
    expect(resultOf(['0.000+1'], { penalties }).total).toBe(1_005)
  })

  test.each(['61.078+DNF', '40.000+OFF', '40.000+DSQ', '40.000+DNS', '40.000+x'])(
    '%s counts as a run and has no time',
    (text) => {
      const result = resultOf([text, '45.000'])
      expect(result.total).toBe(45_000)
      expect(result.runs_done).toBe(2)
      expect(result.runs[0]?.[0]).toMatchObject({ text, time: undefined, counted: true, best: false })
    },
  )

  test('that is a rerun or is not driven yet does not count and has no time', () => {
    const result = resultOf(['39.9+RRN', '45.000', ''])
    expect(result.total).toBe(45_000)
    expect(result.runs_done).toBe(1)
    expect(result.runs[0]?.map((run) => run.counted)).toEqual([false, true, false])
  })
})

describe('best_run', () => {
  test('is the fastest run with its penalties, and marks one run as best', () => {
    const result = resultOf(['40.434', '40.357+1', '40.341', '40.341'])
    expect(result).toMatchObject({ total: 40_341, raw_total: 40_341, completed: 1, runs_done: 4 })
    expect(result.runs[0]?.map((run) => run.best)).toEqual([false, false, true, false])
    expect(resultOf(['42.400', '40.357+1'])).toMatchObject({ total: 42_357, raw_total: 40_357 })
  })

  test('is the fastest run of all courses', () => {
    expect(bestOf(resultOf([['40.1', '41.0'], ['39.5']]))).toEqual(['39.5'])
  })

  test('gives no result when no run has a time', () => {
    for (const runs of [undefined, [], ['', 'DNF'], [[], []]]) {
      const result = resultOf(runs, {}, { published_indexed: '30.000' })
      expect(result).toMatchObject({ total: undefined, raw_total: undefined, indexed: undefined, completed: 0 })
      expect(result.scores).toEqual([])
    }
  })
})

describe('sum_of_best', () => {
  const scoring = 'sum_of_best'

  test('adds the best runs of all courses', () => {
    const result = resultOf(
      [
        ['40.1', '39.9+1', '39.8'],
        ['50.2+1', '51.0'],
      ],
      { scoring },
    )
    expect(result).toMatchObject({ total: 90_800, completed: 2 })
    expect(bestOf(result)).toEqual(['39.8', '51.0'])
  })

  test('leaves out a course without a time', () => {
    expect(resultOf([['40.1'], ['DNF']], { scoring })).toMatchObject({ total: 40_100, completed: 1 })
    expect(resultOf([[], ['50.1']], { scoring })).toMatchObject({ total: 50_100, completed: 1 })
  })
})

describe('cumulative', () => {
  const scoring = 'cumulative'

  test('adds all runs with their penalties', () => {
    expect(resultOf(['60.1', '61.2+1', '59.0+0/1'], { scoring })).toMatchObject({
      total: 192_300,
      raw_total: 180_300,
      completed: 3,
    })
    expect(resultOf([['60.1'], ['61.2']], { scoring })).toMatchObject({ total: 121_300, completed: 2 })
  })

  test('drops the slowest runs when the event has drop_slowest', () => {
    const result = resultOf(['60.1', '65.0', '61.2', '59.0+5'], { scoring, drop_slowest: 2 })
    expect(result).toMatchObject({ total: 121_300, completed: 2, runs_done: 4 })
    expect(bestOf(result)).toEqual(['60.1', '61.2'])
  })

  test('drops a run without time first, and leaves it out of `completed` when it is not dropped', () => {
    expect(resultOf(['60.1', 'DNF', '61.2'], { scoring, drop_slowest: 1 })).toMatchObject({
      total: 121_300,
      completed: 2,
    })
    expect(resultOf(['60.1', 'DNF', '61.2'], { scoring })).toMatchObject({ total: 121_300, completed: 2 })
    expect(resultOf(['DNF', 'OFF', '61.2'], { scoring, drop_slowest: 1 })).toMatchObject({
      total: 61_200,
      completed: 1,
    })
  })

  test('counts at least one run, and never fewer after one more run', () => {
    const runs = ['60.0', '61.0', '62.0', '63.0']
    const completed = [1, 2, 3, 4].map(
      (count) => resultOf(runs.slice(0, count), { scoring, drop_slowest: 2 }).completed,
    )
    expect(completed).toEqual([1, 1, 1, 2])
  })

  test('neither adds nor drops a rerun', () => {
    expect(resultOf(['60.1', '99.0+RRN', '61.2', '62.3'], { scoring, drop_slowest: 1 })).toMatchObject({
      total: 121_300,
    })
  })
})

describe('laps', () => {
  test('best_lap is the time of the fastest lap', () => {
    expect(resultOf(['1:43.769', '1:42.100', '1:44.0'], { scoring: 'best_lap' })).toMatchObject({
      total: 102_100,
      completed: 1,
    })
  })

  test('laps_then_time counts the laps and adds their times', () => {
    const result = resultOf(['1:43.769', '1:42.100', 'DNF'], { scoring: 'laps_then_time', drop_slowest: 1 })
    expect(result).toMatchObject({ total: 205_869, completed: 2 })
  })
})

describe('the indexed time', () => {
  test('is the exact product of the total and the factor', () => {
    expect(resultOf(['40.001+1'])).toMatchObject({ factor: 0.8, indexed: 33_600 })
    expect(resultOf(['40.001+1'], { index_rounding: 'round' }).indexed).toBe(33_601)
    expect(resultOf(['40.001+1'], { index_applies_to: 'raw' }).indexed).toBe(34_000)
    const classes = [{ code: 'STR', index: 0.815 }]
    expect(resultOf(['40.000'], { classes }).indexed).toBe(32_600)
  })

  test('is that of the run with the best indexed time, when penalties are added after the index', () => {
    const result = resultOf(['42.100', '40.000+1', '41.000+1'], { index_applies_to: 'raw', ties: 'next_best_run' })
    expect(result).toMatchObject({ total: 42_000, raw_total: 40_000, indexed: 33_680 })
    expect(result.scores.map(({ time, indexed }) => [time, indexed])).toEqual([
      [42_000, 33_680],
      [42_100, 34_000],
      [43_000, 34_800],
    ])
    expect(bestOf(result)).toEqual(['40.000+1'])
    const days = [['42.100', '40.000+1'], ['50.000']]
    expect(resultOf(days, { index_applies_to: 'raw', scoring: 'sum_of_best' }).indexed).toBe(73_680)
  })

  test('of a sum of runs is the sum times the factor', () => {
    const runs = [['40.001'], ['50.001']]
    expect(resultOf(runs, { scoring: 'sum_of_best' }).indexed).toBe(72_001)
  })

  test('is undefined without a factor', () => {
    expect(resultOf(['40.000'], {}, { class: 'JA' })).toMatchObject({
      total: 40_000,
      factor: undefined,
      indexed: undefined,
    })
  })

  test('is the published one, when that is a time above 0', () => {
    expect(resultOf(['40.000'], {}, { published_indexed: '32.967' })).toMatchObject({ indexed: 32_967, factor: 0.8 })
    expect(resultOf(['40.000'], {}, { class: 'JA', published_indexed: '32.967' }).indexed).toBe(32_967)
    for (const published_indexed of ['dns', '', '-', '0.000']) {
      expect(resultOf(['40.000'], {}, { published_indexed }).indexed).toBe(32_000)
    }
  })
})

describe('the tie-breaking score', () => {
  const ties = 'next_best_run'

  test('is absent when equal results share a position', () => {
    expect(resultOf(['40.0', '41.0']).scores).toEqual([{ completed: 1, time: 40_000, indexed: 32_000 }])
  })

  test('is the next best run, indexed by the factor, also when the result is published', () => {
    const { scores } = resultOf(['41.0', 'DNF', '40.0'], { ties }, { published_indexed: '31.999' })
    expect(scores).toEqual([
      { completed: 1, time: 40_000, indexed: 31_999 },
      { completed: 1, time: 41_000, indexed: 32_800 },
    ])
  })

  test('is indexed by the ratio of the published time when no factor is known', () => {
    const { scores } = resultOf(['41.0', '40.0'], { ties }, { class: 'JA', published_indexed: '30.000' })
    expect(scores[1]).toEqual({ completed: 1, time: 41_000, indexed: 30_750 })
  })

  test('is the sum of the second best runs for sum_of_best', () => {
    const { scores } = resultOf(
      [
        ['40.0', '41.0'],
        ['50.0', '53.0', '52.0'],
      ],
      { ties, scoring: 'sum_of_best' },
    )
    expect(scores.map(({ completed, time }) => [completed, time])).toEqual([
      [2, 90_000],
      [2, 93_000],
      [1, 53_000],
    ])
  })

  test.each(['cumulative', 'laps_then_time'])('is the fastest single run for %s', (scoring) => {
    const { scores } = resultOf(['61.0', '60.0'], { ties, scoring })
    expect(scores.map(({ completed, time }) => [completed, time])).toEqual([
      [2, 121_000],
      [1, 60_000],
      [1, 61_000],
    ])
  })
})

test('a penalty in seconds adds to the time of its run, whatever a cone costs', () => {
  const driver = { driver_name: 'Vik', runs: ['8:41.23+00:10.00', '8:20.00'] }
  const event = eventSchema.parse({ title: 'Rally', scoring: 'cumulative', penalties: { cone_seconds: 60 } })
  expect(entryResult(driver, event)).toMatchObject({ total: 1_031_230, raw_total: 1_021_230 })
})
