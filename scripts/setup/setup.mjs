import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { chromium } from './install-chromium.mjs'
import { unsupportedNode } from './node-version.mjs'
import { packages } from './packages.mjs'
import { SetupFailure } from './quiet-step.mjs'
import { withSetupLock } from './setup-lock.mjs'

/**
 * Makes a fresh clone ready: the packages, and what else is needed. False when it could not: the reason was written.
 * Throws Interrupted. It runs before node_modules exists: built-in modules only, and quick when nothing is to do.
 *
 * @param {string} root
 * @param {readonly ('build' | 'chromium')[]} [needs]
 */
export async function setUp(root, needs = []) {
  try {
    await takeSteps(root, needs)
    return true
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    console.error(error.message)
    return false
  }
}

async function takeSteps(root, needs) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const reason = unsupportedNode(process.versions.node, engines.node)
  if (reason) throw new SetupFailure(reason)

  const steps = [packages(root)]
  if (needs.includes('build')) steps.push(build(root))
  if (needs.includes('chromium')) steps.push(chromium(root))
  if (steps.every((step) => step.isDone())) return

  await withSetupLock(join(root, '.paddock', 'setup.lock'), async () => {
    // Asked again: another set-up may have done it while we waited.
    for (const step of steps) if (!step.isDone()) await step.run()
  })
}
