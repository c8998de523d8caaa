import { expect, test } from 'vitest'
import { addResults, noResults, playwrightResults, summaryLine, vitestResults } from './test-results.mjs'

test('a summary line counts skipped tests only when there are some', () => {
  const results = { ...noResults(), passed: ['a', 'b'], failed: ['c'] }
  expect(summaryLine(noResults())).toBe('0 passed, 0 failed')
  expect(summaryLine(results)).toBe('2 passed, 1 failed')
  expect(summaryLine({ ...results, skipped: ['d'] })).toBe('2 passed, 1 failed, 1 skipped')
})

test('the sum of two results has the names of both', () => {
  const one = { ...noResults(), passed: ['a'], flaky: ['a'] }
  const other = { ...noResults(), passed: ['b'], failed: ['c'], skipped: ['d'] }
  expect(addResults([one, other])).toEqual({ passed: ['a', 'b'], failed: ['c'], skipped: ['d'], flaky: ['a'] })
})

test("every test of vitest's report is counted by its full name", () => {
  const titled = (title: string, status: string) => ({ ancestorTitles: ['replica'], title, status })
  const assertionResults = [
    titled('takes an update', 'passed'),
    titled('finds a gap', 'failed'),
    titled('waits', 'skipped'),
    titled('later', 'todo'),
  ]
  const report = { testResults: [{ name: '/home/me/lib/sync/replica.test.ts', status: 'failed', assertionResults }] }
  expect(vitestResults(report, (path) => path.replace('/home/me/', ''))).toEqual({
    passed: ['lib/sync/replica.test.ts > replica > takes an update'],
    failed: ['lib/sync/replica.test.ts > replica > finds a gap'],
    skipped: ['lib/sync/replica.test.ts > replica > waits', 'lib/sync/replica.test.ts > replica > later'],
    flaky: [],
  })
})

test("a file of vitest's report that could not be loaded counts as failed", () => {
  const report = { testResults: [{ name: 'lib/list/diff.test.ts', status: 'failed', assertionResults: [] }] }
  expect(vitestResults(report).failed).toEqual(['lib/list/diff.test.ts'])
})

test("every test of Playwright's report is counted, and every error outside of tests counts as failed", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
  const inner = { title: 'a late visitor', specs: [spec('sees it all', 'unexpected'), spec('sees the end', 'flaky')] }
  const outer = {
    title: 'live.test.ts',
    specs: [spec('shows', 'expected'), spec('prints', 'skipped')],
    suites: [inner],
  }
  const report = { suites: [outer], errors: [{ message: 'SyntaxError: e2e/admin.test.ts\n  at line 3' }] }
  expect(playwrightResults(report)).toEqual({
    passed: ['live.test.ts > shows', 'live.test.ts > a late visitor > sees the end'],
    failed: ['live.test.ts > a late visitor > sees it all', 'SyntaxError: e2e/admin.test.ts'],
    skipped: ['live.test.ts > prints'],
    flaky: ['live.test.ts > a late visitor > sees the end'],
  })
})
