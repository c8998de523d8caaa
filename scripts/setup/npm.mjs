import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The command that runs npm without a shell: the npm of this run, else the one of Node.js, else the one on the PATH.
 *
 * @returns {[program: string, args: string[]]}
 */
export function npmCommand() {
  const running = process.env.npm_execpath ?? ''
  const folder = dirname(process.execPath)
  const candidates = [
    // pnpm and yarn set the same variable, and cannot `ci` from npm's lock.
    ...(basename(running) === 'npm-cli.js' ? [running] : []),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const found = candidates.find((path) => existsSync(path))
  return found ? [process.execPath, [found]] : ['npm', []]
}
