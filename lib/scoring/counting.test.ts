import { expect, test } from 'vitest'
import { type Event, eventSchema } from '../record/event.ts'
import { countingOf } from './counting.ts'

const counting = (settings: Partial<Event>, courses: number) =>
  countingOf(eventSchema.parse({ title: 'Test', ...settings }), courses)

test.each(['best_run', 'best_lap'] as const)('under %s time alone decides', (scoring) => {
  expect(counting({ scoring, required_runs: 6, required_courses: 2 }, 2)).toBeUndefined()
})

test('a race counts laps, without a number that makes it whole', () => {
  expect(counting({ scoring: 'laps_then_time', required_runs: 6 }, 1)).toEqual({ unit: 'lap', of: undefined })
})

test('cumulative scoring counts runs, of those that are required', () => {
  expect(counting({ scoring: 'cumulative' }, 1)).toEqual({ unit: 'run', of: undefined })
  expect(counting({ scoring: 'cumulative', required_runs: 6, required_courses: 2 }, 1)).toEqual({ unit: 'run', of: 6 })
})

test('two courses or days are counted when the list has them or the event requires them', () => {
  const scoring = 'sum_of_best'
  expect(counting({ scoring }, 1)).toBeUndefined()
  expect(counting({ scoring }, 2)).toEqual({ unit: 'course', of: 2 })
  expect(counting({ scoring, required_courses: 2 }, 1)).toEqual({ unit: 'course', of: 2 })
  expect(counting({ scoring, required_courses: 2 }, 3)).toEqual({ unit: 'course', of: 3 })
})
