import { expect, test } from 'vitest'
import { newsBetween } from '../day/news.ts'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { runOutcome } from './run-outcome.ts'

/** The outcome of the last run of Ian, whose rivals in class SM have 40.000 and 43.000. */
function outcome(before: Driver['runs'], after: Driver['runs'], settings: Record<string, unknown> = {}) {
  const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'FUN', counts: false }], ...settings })
  const list = (runs: Driver['runs']) => {
    const rivals = ['40.000', '43.000'].map((run) => ({ driver_name: run, class: 'SM', runs: [run] }))
    return standingsOf([...rivals, { driver_name: 'Ian', class: settings.fun ? 'FUN' : 'SM', runs }], event)
  }
  const [news] = newsBetween(list(before), list(after), 7, 0)
  if (!news) throw new Error('no run changed')
  return runOutcome(news, event)
}

test.each([
  ['a slower run', ['41.885'], '42.344', 'no_better', 'no improvement: best 41.885 (+0.459), stays 2nd'],
  ['a cone on a faster clock', ['41.885'], '40.385+1', 'no_better', 'no improvement: best 41.885 (+0.500), stays 2nd'],
  ['an equal run', ['41.885'], '41.885', 'no_better', 'no improvement: equals best 41.885, stays 2nd'],
  ['a better run of the same place', ['41.885'], '41.500', 'better', 'PB −0.385, stays 2nd'],
  ['a better run that gains places', ['44'], '39.5', 'better', 'PB −4.500, 3rd → 1st'],
  ['a better run that shares a place', ['44'], '40', 'better', 'PB −4.000, 3rd → 1st='],
  ['the first time', [], '42', 'first', 'first time, 2nd'],
  ['a DNF after a time', ['41.885'], 'DNF', 'without_time', 'does not count: best 41.885, stays 2nd'],
  ['a DNF as the first run', [], 'DNF', 'without_time', 'does not count: no time yet'],
  ['a rerun', ['41.885'], '39.9+RRN', 'without_time', 'rerun: best 41.885, stays 2nd'],
] as const)('when the best run counts, %s after %j is said as "%s"', (_what, before, run, kind, words) => {
  expect(outcome([...before], [...before, run])).toEqual({ kind, words })
})

test('an entry without a position has an outcome without one', () => {
  expect(outcome(['41.885'], ['41.885', '42'], { fun: true }).words).toBe('no improvement: best 41.885 (+0.115)')
})

test('times of an event in minutes are said in minutes', () => {
  const rules = { time_format: 'minutes' }
  expect(outcome(['101.000'], ['101.000', '163.000'], rules).words).toBe(
    'no improvement: best 1:41.000 (+1:02.000), stays 3rd',
  )
})

test('when the best of each course is summed, a slower run is compared with no single best', () => {
  const [before, after] = [
    [['41.885'], ['42']],
    [['41.885'], ['42', '43']],
  ]
  expect(outcome(before, after, { scoring: 'sum_of_best', required_courses: 2 }).words).toBe(
    'no improvement: total 83.885, stays 1st',
  )
})

test('when all runs are summed, a further run is no failed improvement', () => {
  expect(outcome(['41.885'], ['41.885', '42'], { scoring: 'cumulative' })).toEqual({
    kind: 'adds',
    words: 'total 83.885, 2nd → 1st',
  })
})

test('a DNF that the club counts as a time is compared like any other time', () => {
  const rules = { penalties: { dnf_seconds: 10 } }
  expect(outcome(['41.885'], ['41.885', '42.000+DNF'], rules).words).toBe(
    'no improvement: best 41.885 (+10.115), stays 2nd',
  )
})

test('a time on the first of two required courses makes no total yet', () => {
  const rules = { scoring: 'sum_of_best', required_courses: 2 }
  expect(outcome([[], []], [['41.885'], []], rules).words).toBe('no total yet')
})
