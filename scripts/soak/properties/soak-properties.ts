/** Tries the properties of the core a million times: npm run soak:laws -- --help */
import { soakProperties } from './try-properties.ts'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

const properties = new URL('all-properties.ts', import.meta.url)
process.exitCode = await soakProperties(process.argv.slice(2), properties, process.stdout, stopped.signal)
