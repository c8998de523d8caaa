import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp } from './build-stamp.mjs'
import { compressStatic } from './compress-static.mjs'
import { packageBin } from './package-bin.mjs'
import { quietStep } from './quiet-step.mjs'

/** The second step: .next and dist are built from the present sources and settings. */
export function build(root) {
  const dist = join(root, 'dist')
  const stamp = join(dist, '.stamp')
  const results = [stamp, join(dist, 'server', 'main.js'), join(root, '.next', 'BUILD_ID')]

  function lastStamp() {
    return results.every((file) => existsSync(file)) ? readFileSync(stamp, 'utf8') : ''
  }

  const isDone = () => lastStamp() === lineOf(buildStamp(root))

  async function run() {
    // Taken before the build, so that a later edit leads to a new one; removed before it, so that a failure leaves
    // none.
    const now = buildStamp(root)
    // Next keeps results of earlier builds in .next, and does not notice every setting.
    if (!lastStamp().startsWith(now.settings)) rmSync(join(root, '.next'), { recursive: true, force: true })
    rmSync(dist, { recursive: true, force: true })
    const pages = [process.execPath, [packageBin(root, 'next'), 'build']]
    const server = [process.execPath, [packageBin(root, 'typescript', 'tsc'), '-p', 'server/tsconfig.json']]
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await quietStep('Building', 15, [pages, server], { cwd: root, env })
    await compressStatic(root)
    mkdirSync(dist, { recursive: true })
    writeFileSync(stamp, lineOf(now))
  }

  return { isDone, run }
}

function lineOf({ settings, sources }) {
  return `${settings} ${sources}`
}
