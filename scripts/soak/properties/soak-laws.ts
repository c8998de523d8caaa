/** Tries the laws of the pure core a million times: npm run soak:laws -- --help */
import { soakLaws } from './try-laws.ts'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

// npm passes a signal on to a shell, which ends without telling us; see start.mjs.
if (process.env.npm_lifecycle_event === 'soak:laws') {
  const shell = process.ppid
  const watch = setInterval(() => process.ppid !== shell && stopped.abort(), 500)
  watch.unref()
}

const laws = new URL('all-laws.ts', import.meta.url)
process.exitCode = await soakLaws(process.argv.slice(2), laws, process.stdout, stopped.signal)
