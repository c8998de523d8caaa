import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { packageBin } from './package-bin.mjs'
import { quietStep } from './quiet-step.mjs'

const SOURCES = ['app', 'lib', 'server', 'public', 'next.config.js', 'tsconfig.json', 'package-lock.json']

/** The second step: .next and dist are built from the sources as they are. */
export function build(root) {
  const dist = join(root, 'dist')
  const stamp = join(dist, '.stamp')
  const results = [stamp, join(dist, 'server', 'main.js'), join(root, '.next', 'BUILD_ID')]

  function isDone() {
    return results.every((file) => existsSync(file)) && readFileSync(stamp, 'utf8') === fingerprint(root, SOURCES)
  }

  async function run() {
    // Taken first: what is edited during the build is built next time. Removed first: a failed build leaves no stamp.
    const sources = fingerprint(root, SOURCES)
    rmSync(dist, { recursive: true, force: true })
    const pages = [process.execPath, [packageBin(root, 'next'), 'build']]
    const server = [process.execPath, [packageBin(root, 'typescript', 'tsc'), '-p', 'server/tsconfig.json']]
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await quietStep('Building', 15, [pages, server], { cwd: root, env })
    mkdirSync(dist, { recursive: true })
    writeFileSync(stamp, sources)
  }

  return { isDone, run }
}
