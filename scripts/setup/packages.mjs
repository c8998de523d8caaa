import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { arePackagesInstalled } from './installed-packages.mjs'
import { npmCommand } from './npm.mjs'
import { quietStep } from './quiet-step.mjs'

/** The first step: node_modules holds the packages of package-lock.json. */
export function packages(root) {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

  function isDone() {
    try {
      const installed = read('node_modules/.package-lock.json')
      const files = { manifest: read('package.json'), lock: read('package-lock.json'), installed }
      return arePackagesInstalled(files, { platform: process.platform, arch: process.arch })
    } catch (error) {
      if (error.code === 'ENOENT' || error instanceof SyntaxError) return false
      throw error
    }
  }

  async function run() {
    const [program, args] = npmCommand()
    // A user's settings may exclude packages (NODE_ENV=production does), but the build needs all.
    const include = ['dev', 'optional', 'peer'].map((group) => `--include=${group}`)
    const ci = [program, [...args, 'ci', ...include, '--loglevel=error']]
    await quietStep('Installing packages', 30, [ci], { cwd: root })
  }

  return { isDone, run }
}
