import { expect, test } from 'vitest'
import { resultOf } from './try-fault.ts'

const run = (numPassedTests: number, ...statuses: readonly string[]) => ({
  numPassedTests,
  testResults: [{ assertionResults: statuses.map((status) => ({ status, fullName: `a test that ${status}` })) }],
})

test('a fault is killed by the first test that fails', () => {
  expect(resultOf(run(1, 'passed', 'failed'))).toEqual({ kind: 'killed', test: 'a test that failed' })
})

test('a fault survives when tests pass and none fails', () => {
  expect(resultOf(run(1, 'passed', 'skipped'))).toEqual({ kind: 'survived' })
})

test('a run without a passed or failed test is undecided', () => {
  expect(resultOf(run(0)).kind).toBe('undecided')
})
