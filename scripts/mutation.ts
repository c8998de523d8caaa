/** Shows that a test fails for every guard that is taken out of the code: npm run mutation -- --help */
import { fileURLToPath } from 'node:url'
import { guards } from './mutation/guards.ts'
import { defaultTimeLimit, runMutation } from './mutation/run-mutation.ts'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

// npm passes a signal on to a shell, which ends without telling us; see start.mjs.
if (process.env.npm_lifecycle_event === 'mutation') {
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && stopped.abort(), 500).unref()
}

const root = fileURLToPath(new URL('..', import.meta.url))
try {
  const parts = { guards, root, timeLimit: defaultTimeLimit, say: console.log, signal: stopped.signal }
  process.exitCode = await runMutation(process.argv.slice(2), parts)
} catch (error) {
  if (!stopped.signal.aborted) throw error
  process.exitCode = 1
}
