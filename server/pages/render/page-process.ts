import type { IncomingMessage, ServerResponse } from 'node:http'
import next from 'next'
import { provideServer } from '../../../lib/server-api/registry.ts'
import { createSnapshot, type Snapshot } from '../../../lib/server-api/snapshot.ts'
import { bigScreenStyles } from './big-screen-styles.ts'
import { createLocalServer } from './local-server.ts'
import { createCalls } from './page-calls.ts'
import { usageOfThisProcess, usagePath } from './process-usage.ts'
import { snapshotPath } from './snapshot-path.ts'

// The process that renders the pages: React needs up to a quarter of a second for one, which no update may wait for.
// It listens on a socket of the file system, which only the server opens.

const [socketPath = '', publicOrigin = '', framed = ''] = process.argv.slice(2)

const { api, receive } = createCalls((message) => void process.send?.(message))
process.on('message', receive)
// The server has ended, in whatever way.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches every process of the terminal; the server ends this one when its own responses are sent.
process.on('SIGINT', () => {})

let snapshot: Snapshot | undefined
provideServer({
  snapshot() {
    if (!snapshot) throw new Error('A page was requested before the first list.')
    return snapshot
  },
  publicOrigin: publicOrigin || undefined,
  bigScreenStyles: bigScreenStyles(process.cwd()),
  canBeFramed: framed !== '',
  admin: api,
})

const pages = next({ dev: false, dir: process.cwd() })
await pages.prepare()
const handle = pages.getRequestHandler()

createLocalServer((request, response) => {
  if (request.url === usagePath) {
    response.end(JSON.stringify(usageOfThisProcess()))
    return
  }
  const done = request.url === snapshotPath ? takeSnapshot(request, response) : handle(request, response)
  done.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  })
}).listen(socketPath, () => process.send?.('ready'))

async function takeSnapshot(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  snapshot = createSnapshot(Buffer.concat(parts).toString())
  response.writeHead(204).end()
}
