/**
 * Makes a fresh clone ready: node scripts/setup/setup.mjs [--build] [--chromium]
 *
 * It runs before node_modules exists, and before every start: built-in modules only, and quick when nothing is to do.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { chromium } from './install-chromium.mjs'
import { unsupportedNode } from './node-version.mjs'
import { packages } from './packages.mjs'
import { SetupFailure } from './quiet-step.mjs'
import { Interrupted } from './run-program.mjs'
import { withSetupLock } from './setup-lock.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function setUp() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const reason = unsupportedNode(process.versions.node, engines.node)
  if (reason) throw new SetupFailure(reason)

  const steps = [packages(root)]
  if (process.argv.includes('--build')) steps.push(build(root))
  if (process.argv.includes('--chromium')) steps.push(chromium(root))
  if (steps.every((step) => step.isDone())) return

  await withSetupLock(join(root, '.paddock', 'setup.lock'), async () => {
    // Asked again: another set-up may have done it while we waited.
    for (const step of steps) if (!step.isDone()) await step.run()
  })
}

try {
  await setUp()
} catch (error) {
  process.exitCode = 1
  if (error instanceof SetupFailure) console.error(error.message)
  else if (!(error instanceof Interrupted)) throw error
}
