import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { chromium } from './install-chromium.mjs'
import { unsupportedNode } from './node-version.mjs'
import { packages } from './packages.mjs'
import { SetupFailure } from './quiet-step.mjs'
import { withSetupLock } from './setup-lock.mjs'

/**
 * Prepares a fresh clone: the packages, and what `needs` names. Resolves to false when it failed and has printed the
 * reason. Throws Interrupted. It runs before node_modules exists, so it imports built-in modules only.
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
    // Asked again: a different process may have done the step while this one waited.
    for (const step of steps) if (!step.isDone()) await step.run()
  })
}
