/** Tries the laws of the pure core a million times: npm run soak:laws -- --help */
import { soakLaws } from './try-laws.ts'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

const laws = new URL('all-laws.ts', import.meta.url)
process.exitCode = await soakLaws(process.argv.slice(2), laws, process.stdout, stopped.signal)
