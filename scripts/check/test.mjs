/**
 * The whole test run, from a fresh clone to one line. A failing build counts as a failure; the other checks still run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Interrupted } from '../setup/run-program.mjs'
import { setUp } from '../setup/setup.mjs'
import { testChecks } from './test-checks.mjs'
import { addResults, noResults, summaryLine } from './test-results.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function runTests(reports) {
  const packages = await prepare('packages', [])
  if (packages.failed.length > 0) return packages

  const all = [packages, await prepare('build', ['build']), await prepare('chromium', ['chromium'])]
  const { quick, long } = testChecks(root, reports)
  // Each of them uses one core for most of its time.
  all.push(...(await Promise.all(Object.entries(quick).map(([name, check]) => timed(name, check)))))
  for (const [name, check] of Object.entries(long)) {
    writeHeading(name)
    all.push(await timed(name, async () => ({ results: await check() })))
  }
  return addResults(all)
}

/** Counts only when it fails: setting up is no test. */
async function prepare(name, needs) {
  return (await setUp(root, needs)) ? noResults() : { ...noResults(), failed: [name] }
}

/** Writes how a check has ended, after what it wrote unless that was written already. */
async function timed(name, check) {
  const started = Date.now()
  const { results, output } = await check().catch((error) => {
    if (error instanceof Interrupted) throw error
    return { results: { ...noResults(), failed: [`${name}: ${error.message}`] } }
  })
  if (output !== undefined) {
    writeHeading(name)
    process.stdout.write(output)
  }
  console.log(`\n   ${name}: ${summaryLine(results)}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return results
}

function writeHeading(name) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`)
}

function report(results) {
  console.log(`\n${'─'.repeat(64)}\n`)
  for (const kind of ['skipped', 'flaky', 'failed']) for (const name of results[kind]) console.log(`${kind}: ${name}`)
  console.log(summaryLine(results))
  process.exitCode = results.failed.length > 0 ? 1 : 0
}

const reports = mkdtempSync(join(tmpdir(), 'paddock-test-'))
try {
  report(await runTests(reports))
} catch (error) {
  process.exitCode = 1
  if (!(error instanceof Interrupted)) throw error
} finally {
  rmSync(reports, { recursive: true, force: true })
}
