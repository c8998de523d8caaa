import { expect, test } from 'vitest'
import { readReport } from './test-report.ts'

const file = (status: string, tests: readonly [string, string][], message = '') => ({
  name: '/copy/lib/gate.test.ts',
  status,
  message,
  assertionResults: tests.map(([status, title]) => ({ status, title, ancestorTitles: ['the gate'] })),
})
const report = (success: boolean, ...testResults: ReturnType<typeof file>[]) => JSON.stringify({ success, testResults })
const read = (json: string | undefined, output = '') => readReport(json, '/copy', output)

test('a test that failed is a failure, also beside a file that cannot be loaded', () => {
  const failed = file('failed', [
    ['passed', 'opens'],
    ['failed', 'closes'],
  ])
  const expected = { kind: 'failed', test: { file: 'lib/gate.test.ts', titles: ['the gate', 'closes'] } }
  expect(read(report(false, failed))).toEqual(expected)
  expect(read(report(false, file('failed', [], 'Unexpected token'), failed))).toEqual(expected)
})

test('a file that cannot be loaded, an error outside the tests and a runner that says nothing are no failures', () => {
  expect(read(report(false, file('failed', [], '\nUnexpected token\n  at')))).toEqual({
    kind: 'broken',
    reason: 'Unexpected token',
  })
  expect(read(report(false, file('passed', [['passed', 'opens']])), 'all\nUnhandled Error: no\n')).toEqual({
    kind: 'broken',
    reason: 'Unhandled Error: no',
  })
  expect(read(undefined, 'No test files found')).toEqual({ kind: 'broken', reason: 'No test files found' })
})

test('tests that passed are counted, those that were passed over are not', () => {
  const whole = file('passed', [
    ['passed', 'opens'],
    ['skipped', 'closes'],
  ])
  expect(read(report(true, whole, whole))).toEqual({ kind: 'passed', tests: 2 })
})
