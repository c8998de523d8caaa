import { expect, test } from 'vitest'
import { testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { runSteps } from './run-steps.ts'

test('a run is compared with the previous timed run and with the best run', () => {
  const { of } = testStandings([['Ann', 'SS', ['42.000', 'DNF', '40.500+1', '40.000', '39+RRN', '']]])
  const none = { to_before: undefined, to_best: undefined }
  expect(runSteps(of('Ann').runs[0] ?? [])).toEqual([
    { to_before: undefined, to_best: 2000 },
    none,
    { to_before: 500, to_best: 2500 },
    { to_before: -2500, to_best: undefined },
    none,
    none,
  ])
  expect(runSteps([])).toEqual([])
})
