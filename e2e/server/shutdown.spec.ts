import { connect } from 'node:net'
import { field } from '../../testing/event/timing-file.ts'
import { connectBare } from '../fixtures/bare-client.ts'
import { expect, test } from '../fixtures/test.ts'
import { adminPassword, createTestServer } from '../fixtures/test-server.ts'

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`given a pending request and open sockets, when ${signal} is received, then the request is answered and the exit code is 0`, async () => {
    const server = createTestServer()
    await server.start()
    const { process } = server
    const client = connectBare(server.baseUrl)
    await expect.poll(client.names).toHaveLength(field.length)
    client.socket.io.reconnection(false)
    const closed = new Promise<string>((resolve) => client.socket.once('disconnect', resolve))
    const idle = await fetch(`${server.baseUrl}/live`)
    expect(idle.status).toBe(200)

    const request = await beginSignIn(server.baseUrl)
    const stoppedAt = performance.now()
    process.signal(signal)
    await expect.poll(process.stdout).toContain('stopping')
    // A browser reconnects only after a closed transport, not after a disconnect message. [P13]
    expect(await closed).toMatch(/transport (close|error)/)
    await expect(fetch(`${server.baseUrl}/healthz`)).rejects.toThrow()

    expect(await request.finish()).toMatch(/^HTTP\/1\.1 303 [\s\S]*\r\nset-cookie: paddock_session=/i)
    expect(await process.ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - stoppedAt).toBeLessThan(5000)
    await server.remove()
  })
}

test('given a request that never ends, when SIGTERM is received, then the exit code is 0 within 5 s', async () => {
  const server = createTestServer()
  await server.start()
  const { process } = server
  await beginSignIn(server.baseUrl)
  const stoppedAt = performance.now()
  process.signal('SIGTERM')
  process.signal('SIGTERM')
  expect(await process.ended).toEqual({ code: 0, signal: null })
  expect(performance.now() - stoppedAt).toBeLessThan(5000)
  await server.remove()
})

test('given a killed server, when it restarts, then it has the same list and version', async () => {
  const server = createTestServer()
  await server.start()
  const before = connectBare(server.baseUrl)
  await expect.poll(before.names).toHaveLength(field.length)
  before.socket.disconnect()
  await server.kill()
  await server.restart()
  const after = connectBare(server.baseUrl, before.version())
  await expect.poll(() => after.socket.connected).toBe(true)
  const other = connectBare(server.baseUrl, 1)
  await expect.poll(other.version).toBe(before.version())
  expect(other.names()).toEqual(before.names())
  expect(after.messages()).toEqual([])
  other.socket.disconnect()
  after.socket.disconnect()
  await server.remove()
})

/** A sign-in without its last byte: the server waits for it until finish() sends it. */
async function beginSignIn(baseUrl: string) {
  const { hostname, port, host } = new URL(baseUrl)
  const body = `password=${encodeURIComponent(adminPassword)}`
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  // In one test the server cuts the connection.
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const head = [
    'POST /api/admin/sign-in HTTP/1.1',
    `Host: ${host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ]
  await new Promise<void>((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, -1)}`, () => resolve())
  })
  // Connections are accepted in order: once this is answered, the server has the request.
  await fetch(`${baseUrl}/readyz`)
  return {
    async finish(): Promise<string> {
      socket.write(body.slice(-1))
      await ended
      return answer
    },
  }
}
