/**
 * @typedef {object} Results names of tests by outcome; a flaky test passed at a second try and is also in `passed`
 * @property {string[]} passed
 * @property {string[]} failed
 * @property {string[]} skipped
 * @property {string[]} flaky
 */

/** @returns {Results} */
export function noResults() {
  return { passed: [], failed: [], skipped: [], flaky: [] }
}

/**
 * @param {readonly Results[]} all
 * @returns {Results}
 */
export function addResults(all) {
  const sum = noResults()
  for (const results of all) for (const kind of Object.keys(sum)) sum[kind].push(...results[kind])
  return sum
}

/**
 * The results in a report of vitest's JSON reporter.
 *
 * @param {any} report
 * @param {(path: string) => string} [shorten] file names are absolute
 */
export function vitestResults(report, shorten = (path) => path) {
  const results = noResults()
  for (const file of report.testResults) {
    const name = shorten(file.name)
    for (const test of file.assertionResults) {
      const kind = test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped'
      results[kind].push([name, ...test.ancestorTitles, test.title].join(' > '))
    }
    // A file that could not be loaded, or whose hooks failed, may have no failing test.
    const isBroken = file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
    if (isBroken) results.failed.push(name)
  }
  return results
}

/**
 * The results in a report of Playwright's JSON reporter.
 *
 * @param {any} report
 */
export function playwrightResults(report) {
  const results = noResults()
  const kinds = { expected: ['passed'], unexpected: ['failed'], skipped: ['skipped'], flaky: ['passed', 'flaky'] }
  const visit = (suite, parents) => {
    const titles = [...parents, suite.title]
    for (const spec of suite.specs ?? []) {
      const name = [...titles, spec.title].filter(Boolean).join(' > ')
      for (const test of spec.tests) for (const kind of kinds[test.status]) results[kind].push(name)
    }
    for (const inner of suite.suites ?? []) visit(inner, titles)
  }
  for (const suite of report.suites) visit(suite, [])
  for (const error of report.errors) results.failed.push(error.message.split('\n')[0])
  return results
}

/** The line that ends a test run. */
export function summaryLine({ passed, failed, skipped }) {
  const line = `${passed.length} passed, ${failed.length} failed`
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line
}
