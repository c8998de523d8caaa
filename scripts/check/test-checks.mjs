import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageBin } from '../setup/package-bin.mjs'
import { runProgram } from '../setup/run-program.mjs'
import { noResults, playwrightResults, vitestResults } from './test-results.mjs'

/**
 * What a test run consists of. Each check writes to the terminal as it goes, and says how its tests ended.
 *
 * @param {string} root
 * @param {string} reports a folder for the runners' reports
 */
export function testChecks(root, reports) {
  const node = (args, env) => runProgram(process.execPath, args, { cwd: root, env, show: true })

  async function one(name, args) {
    const { ok } = await node(args())
    return { ...noResults(), [ok ? 'passed' : 'failed']: [name] }
  }

  async function many(name, args, env, read) {
    const report = join(reports, `${name}.json`)
    const { ok, reason } = await node(args(report), env(report))
    const results = read(JSON.parse(readFileSync(report, 'utf8')))
    // Neither a runner that fails without a failing test nor one that finds no tests may look like success.
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

  return {
    types: () => one('types', () => ['scripts/check/types.mjs']),
    'lint and format': () => one('lint and format', () => [packageBin(root, '@biomejs/biome', 'biome'), 'check', '.']),
    'dead code': () => one('dead code', () => [packageBin(root, 'knip'), '--no-progress']),
    spelling: () => one('spelling', () => [packageBin(root, 'cspell'), 'lint', '--no-progress']),
    unit: () => many('unit', unit, () => ({ NODE_ENV: 'test', TEST_REPETITIONS: 'full' }), byRoot),
    'end-to-end': () =>
      many('end-to-end', endToEnd, (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }), playwrightResults),
  }
}
