/** Shows an event's results live in the terminal: npm run watch -- --help */
import { OptionError } from './options/option-error.ts'
import { readOptions, usage, type WatchOptions } from './options/watch-options.ts'
import { writeChanges } from './pipe/write-changes.ts'
import { writeOnce } from './pipe/write-once.ts'
import { ownTerminal } from './screen/own-terminal.ts'
import { show } from './screen/show.ts'

const { stdout, stderr, env } = process
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has closed the pipe, or the terminal is gone.
  if (error.code !== 'EPIPE' && error.code !== 'EIO') {
    stderr.write(`The results cannot be written: ${error.message}\n`)
    process.exitCode = 1
  }
  stopped.abort()
})

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else if (!(await watch(options))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

/** Watches as the output requires: once, as lines, or on the screen. Resolves to false when there were no results. */
async function watch(options: WatchOptions): Promise<boolean> {
  const parts = { options, now: Date.now, signal: stopped.signal }
  const line = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)
  const written = {
    ...parts,
    width: stdout.isTTY ? stdout.columns : Number.POSITIVE_INFINITY,
    write: line(stdout),
    warn: line(stderr),
  }
  if (options.once) return writeOnce(written)
  if (!stdout.isTTY || env.TERM === 'dumb') await writeChanges(written)
  else await show({ ...parts, ...ownTerminal(), coloured: !env.NO_COLOR })
  return true
}
