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
  for (const [name, check] of Object.entries(testChecks(root, reports))) all.push(await timed(name, check))
  return addResults(all)
}

/** Counts only when it fails: setting up is no test. */
async function prepare(name, needs) {
  return (await setUp(root, needs)) ? noResults() : { ...noResults(), failed: [name] }
}

async function timed(name, check) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`)
  const started = Date.now()
  const results = await check().catch((error) => {
    if (error instanceof Interrupted) throw error
    return { ...noResults(), failed: [`${name}: ${error.message}`] }
  })
  console.log(`\n   ${name}: ${summaryLine(results)}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return results
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
