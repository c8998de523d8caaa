import { expect, test } from 'vitest'
import { readUpdates, type TraceEvent } from './update-trace.ts'

const main = { pid: 1, tid: 1 }
const task = (ts: number, dur: number, tdur = dur): TraceEvent => ({ name: 'RunTask', ph: 'X', ...main, ts, dur, tdur })
const at = (name: string, ts: number): TraceEvent => ({ name, ph: 'I', ...main, ts })

/** A message at 1 ms that takes 4 ms, a timer, a frame that is committed in a later task; then 1 ms of other work. */
const update: readonly TraceEvent[] = [
  task(0, 500),
  task(1000, 4000),
  at('paddock:came', 1001),
  at('paddock:shown', 4900),
  task(6000, 1000),
  task(8000, 2000),
  task(11_000, 3000),
  at('Commit', 11_500),
  task(20_000, 1000),
]

test('an update lasts from the task of its message to the task that commits its frame, with all tasks between', () => {
  const { untilPainted, allIn } = readUpdates(update)
  expect(untilPainted).toEqual([10])
  expect(allIn).toBe(11)
})

test('other threads and the processor time of other programs do not count', () => {
  const other = { ...task(2000, 9000), tid: 2 }
  const slow = task(6000, 1000, 250)
  const events = update.map((event) => (event.ts === 6000 ? slow : event))
  expect(readUpdates([...events, other]).untilPainted).toEqual([9.25])
})

test('each update has its own message and frame, whatever the order of the trace', () => {
  const later = update.map((event) => ({ ...event, ts: event.ts + 100_000 }))
  expect(readUpdates([...later, ...update].toReversed()).untilPainted).toEqual([10, 10])
})

test('an update without a frame is ignored', () => {
  expect(readUpdates(update.filter(({ name }) => name !== 'Commit')).untilPainted).toEqual([])
  expect(readUpdates([]).untilPainted).toEqual([])
})
