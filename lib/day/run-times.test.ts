import { expect, test } from 'vitest'
import { runTimes } from './run-times.ts'

const change = (at: number, text_before: string, run = 0, course = 0) => ({ at, text_before, run, course })

test('given a run that was published and then corrected, then its time is the first', () => {
  const changes = [change(100, ''), change(200, '40.000')]
  expect(runTimes(changes).of({ course: 0, run: 0 })).toBe(100)
  expect(runTimes(changes.toReversed()).of({ course: 0, run: 0 })).toBe(100)
})

test('given a run that was deleted and entered again, then its time is the later one, in any order', () => {
  const changes = [change(100, ''), change(200, '40.000'), change(300, '')]
  expect(runTimes(changes).of({ course: 0, run: 0 })).toBe(300)
  expect(runTimes(changes.toReversed()).of({ course: 0, run: 0 })).toBe(300)
})

test('given runs of two courses, then each has its own time, and one without a change has none', () => {
  const times = runTimes([change(100, '', 1, 0), change(200, '', 1, 1)])
  expect([times.of({ course: 0, run: 1 }), times.of({ course: 1, run: 1 })]).toEqual([100, 200])
  expect(times.of({ course: 0, run: 0 })).toBeUndefined()
})
