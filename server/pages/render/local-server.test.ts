import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sendLocally } from './local-request.ts'
import { createLocalServer } from './local-server.ts'

test('given a connection without a request, then neither end closes it, and the next request goes on it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-local-'))
  const socketPath = join(folder, 'pages')
  const agent = new Agent({ keepAlive: true })
  let connections = 0
  const server = createLocalServer((_request, response) => response.end('page'))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  onTestFinished(() => {
    agent.destroy()
    server.close()
    rmSync(folder, { recursive: true })
  })
  const ask = () => sendLocally({ socketPath, agent, limit: 10_000 }, { method: 'GET', path: '/', headers: {} })
  const first = await ask()
  // With a time in this header, the agent closes the connection, too, at the same moment as the server.
  expect([first.headers.connection, first.headers['keep-alive']]).toEqual(['keep-alive', undefined])
  expect(server.keepAliveTimeout).toBe(0)
  expect(String((await ask()).body)).toBe('page')
  expect(connections).toBe(1)
})
