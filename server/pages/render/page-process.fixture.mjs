import { createServer } from 'node:http'

// Stands for the process of the pages: it answers with what it was asked and the last snapshot, and ends on demand.
const [socketPath, publicOrigin] = process.argv.slice(2)
let snapshot = ''
let snapshots = 0

process.on('disconnect', () => process.exit())
createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  if (request.url === '/_paddock/snapshot') {
    snapshot = body
    snapshots += 1
    response.writeHead(204).end()
    return
  }
  if (request.url === '/_paddock/usage') {
    response.end(JSON.stringify({ memory: 140e6, cpu: 1.5 }))
    return
  }
  if (request.url === '/crash') process.exit(3)
  // As an endless loop, but it takes no time of the processor from other tests.
  if (request.url === '/endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  const { url, method, headers } = request
  response.setHeader('Content-Type', 'application/json')
  response.end(
    JSON.stringify({ url, method, headers, body, snapshot, snapshots, publicOrigin, env: Object.keys(process.env) }),
  )
}).listen(socketPath, () => process.send('ready'))
