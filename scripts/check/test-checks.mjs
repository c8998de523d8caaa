import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageBin } from '../setup/package-bin.mjs'
import { runProgram } from '../setup/run-program.mjs'
import { noResults, playwrightResults, vitestResults } from './test-results.mjs'

/**
 * The checks of a test run by name: `quick` ones, which may run at the same time and resolve to their results and what
 * they wrote, and `long` ones, in order, which write to the terminal and resolve to the results of their tests.
 *
 * @param {string} root
 * @param {string} reports a folder for the runners' reports
 */
export function testChecks(root, reports) {
  async function one(name, args) {
    const { ok, output } = await runProgram(process.execPath, args, { cwd: root })
    return { results: { ...noResults(), [ok ? 'passed' : 'failed']: [name] }, output }
  }

  async function many(name, args, env, read) {
    const report = join(reports, `${name}.json`)
    const { ok, reason } = await runProgram(process.execPath, args(report), { cwd: root, env: env(report), show: true })
    const results = read(JSON.parse(readFileSync(report, 'utf8')))
    // A runner that fails without a failing test, or finds no tests, is a failure too.
    if (!ok && results.failed.length === 0) results.failed.push(`${name}: the runner ${reason}`)
    if (results.passed.length + results.failed.length === 0) results.failed.push(`${name}: no test ran`)
    return results
  }

  const unit = (report) => [
    ...[packageBin(root, 'vitest'), 'run'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]
  const endToEnd = () => [...[packageBin(root, '@playwright/test', 'playwright'), 'test', '--reporter=list,json']]
  const byRoot = (report) => vitestResults(report, (path) => relative(root, path).replaceAll('\\', '/'))

  const quick = {
    types: ['scripts/check/types.mjs'],
    'lint and format': [packageBin(root, '@biomejs/biome', 'biome'), 'check', '.'],
    'dead code': [packageBin(root, 'knip'), '--no-progress'],
    spelling: [packageBin(root, 'cspell'), 'lint', '--no-progress'],
  }
  return {
    quick: Object.fromEntries(Object.entries(quick).map(([name, args]) => [name, () => one(name, args)])),
    long: {
      unit: () => many('unit', unit, () => ({ NODE_ENV: 'test', PADDOCK_TESTS: 'all' }), byRoot),
      'end-to-end': () =>
        many('end-to-end', endToEnd, (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }), playwrightResults),
    },
  }
}
