/**
 * Runs any command of the project, on a fresh clone too: node scripts/run.mjs <command> [arguments]
 *
 * Until the set-up is done it loads built-in modules only. The command runs in this process, so that signals,
 * arguments, the terminal and the exit code are its own.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { commands } from './commands.mjs'
import { endWithParent } from './end-with-parent.mjs'
import { packageBin } from './setup/package-bin.mjs'
import { Interrupted } from './setup/run-program.mjs'
import { setUp } from './setup/setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name = '', ...parameters] = process.argv.slice(2)

if (!Object.hasOwn(commands, name)) {
  const lines = Object.entries(commands).map(([command, { what }]) => `  ${command.padEnd(16)} ${what}`)
  console.error(`There is no command "${name}". Commands:\n\n${lines.join('\n')}`)
  process.exitCode = 2
} else {
  const isReady = await setUp(root, commands[name].needs).catch((error) => {
    if (error instanceof Interrupted) return false
    throw error
  })
  if (isReady) await run(commands[name])
  else process.exitCode = 1
}

/** @param {import('./commands.mjs').Command} command */
async function run({ file, bin, args = [] }) {
  const program = file ? join(root, file) : bin && packageBin(root, ...bin)
  if (!program) return
  // npm passes a signal to its shell, which ends without passing it on: the command would run on unseen.
  if (process.env.npm_lifecycle_event) endWithParent()
  process.argv = [process.argv[0], program, ...args, ...parameters]
  // Resolved now: the packages were installed after this file was loaded.
  if (file?.endsWith('.ts')) await import(import.meta.resolve('tsx'))
  await import(pathToFileURL(program).href)
}
