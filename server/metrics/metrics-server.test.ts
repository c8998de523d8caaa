import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createClientAddresses } from '../http/client-address.ts'
import { close, listen } from '../http/http-server.ts'
import { connectRaw, type RawConnection, rawRequest } from '../http/raw-connection.fixture.ts'
import { createMetricsServer } from './metrics-server.ts'

async function start(scrape: () => Promise<string>) {
  const lines: string[] = []
  const server = createMetricsServer({
    contentType: 'text/plain; version=0.0.4',
    scrape,
    addresses: createClientAddresses({ hops: 0, ranges: [] }),
    logger: pino({}, { write: (line: string) => lines.push(line) }),
  })
  const port = await listen(server, 0, '127.0.0.1')
  onTestFinished(() => close(server))
  const attack = async (text: string): Promise<RawConnection> => {
    const connection = await connectRaw(port, text)
    onTestFinished(connection.destroy)
    return connection
  }
  return { server, lines, attack, url: `http://127.0.0.1:${port}` }
}

test('given GET or HEAD of /metrics, then they are answered uncached, with the headers of every answer', async () => {
  const { url } = await start(async () => 'paddock_version 7\n')
  const answer = await fetch(`${url}/metrics?name[]=x`)
  expect([answer.status, await answer.text()]).toEqual([200, 'paddock_version 7\n'])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' },
    ...{ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' },
  })
  // A page of another site cannot read what a browser on this machine could reach.
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  const head = await fetch(`${url}/metrics`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test.each([
  ['GET', '/'],
  ['GET', '/live'],
  ['GET', '/metrics/'],
  ['GET', '/healthz'],
  ['POST', '/metrics'],
  ['DELETE', '/metrics'],
  ['OPTIONS', '/metrics'],
])('given %s %s, then it is answered with 404, and nothing is read', async (method, path) => {
  let reads = 0
  const { url } = await start(async () => {
    reads += 1
    return ''
  })
  const answer = await fetch(`${url}${path}`, { method })
  expect([answer.status, reads]).toEqual([404, 0])
})

test('given metrics that cannot be read, then 500 says no more than that, the log says why, and the next are read', async () => {
  let fails = true
  const { url, lines } = await start(async () => {
    if (fails) throw new Error('the secret reason')
    return 'well'
  })
  const answer = await fetch(`${url}/metrics`)
  expect([answer.status, await answer.text()]).toEqual([500, 'The metrics could not be read.\n'])
  expect(lines.join()).toContain('the secret reason')
  fails = false
  expect(await (await fetch(`${url}/metrics`)).text()).toBe('well')
})

test('given 60 connections that say nothing, or ask for an upgrade, then 16 are open and a scrape is answered', async () => {
  const { server, url, attack } = await start(async () => 'well')
  const upgrade = rawRequest('GET /metrics', 'Connection: Upgrade', 'Upgrade: websocket')
  for (let count = 0; count < 60; count += 1) await attack(count % 2 === 0 ? 'GET /met' : upgrade)
  expect(await (await fetch(`${url}/metrics`)).text()).toBe('well')
  const open = () => new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))
  expect(await open()).toBeLessThanOrEqual(16)
})

test('given a scrape that takes its time among silent connections, then those make room, and it is answered', async () => {
  let finish = () => {}
  const { attack } = await start(() => new Promise((resolve) => (finish = () => resolve('late'))))
  const scrape = await attack(rawRequest('GET /metrics'))
  for (let count = 0; count < 40; count += 1) await attack('GET /met')
  finish()
  await expect.poll(scrape.received).toContain('late')
})

test('the limits of time and size are those of the other listener', async () => {
  const { server, attack } = await start(async () => 'well')
  expect(server).toMatchObject({
    ...{ headersTimeout: 10_000, requestTimeout: 15_000, timeout: 40_000, keepAliveTimeout: 5000 },
    maxRequestsPerSocket: 1000,
  })
  const large = await attack(rawRequest('GET /metrics', `X-Long: ${'x'.repeat(10_000)}`))
  await expect.poll(large.received).toContain('431')
})
