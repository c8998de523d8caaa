import { expect, test } from 'vitest'
import { runClock, runPenalties } from './run-clock.ts'

test.each([
  ['40.516', '40.516', 'clean'],
  ['41.266+1', '41.266', '+ 1 cone'],
  ['41.266+1/2', '41.266', '+ 1 cone, 2 gates'],
  ['DNF', 'DNF', ''],
  ['61.078+DNF', 'DNF', ''],
  ['RRN', 'Rerun', ''],
])('given the run %s, then the clock reads %s, and beside it stands "%s"', (text, clock, penalties) => {
  expect([runClock(text, 'seconds'), runPenalties(text)]).toEqual([clock, penalties])
})

test('given a run of more than a minute, then the clock has the format of the event', () => {
  expect([runClock('103.769', 'seconds'), runClock('103.769', 'minutes')]).toEqual(['103.769', '1:43.769'])
})
