import type { Server as HttpServer } from 'node:http'
import { pino } from 'pino'
import type { Server as SocketServer } from 'socket.io'
import { afterEach, describe, expect, test } from 'vitest'
import { createSocketServer } from '../live/sending/socket-server.ts'
import type { ClientAddresses } from './client-address.ts'
import { createClientAddresses } from './client-address.ts'
import { createHttpServer, type HttpParts, listen } from './http-server.ts'
import type { PlaceLimits } from './places.ts'
import { connectRaw, type RawConnection, rawRequest, rawUpgrade } from './raw-connection.fixture.ts'
import { createRefusals, type Refusals } from './refusals.ts'

// The HTTP server and socket.io as server.ts connects them, attacked over raw connections. Everything is counted.

interface Edge {
  readonly port: number
  readonly http: HttpServer
  readonly refusals: Refusals
  readonly lines: readonly string[]
  /** How many requests reached the pages. */
  readonly pages: () => number
  /** How many connections the server has, upgraded ones included. */
  readonly open: () => Promise<number>
}

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

interface Options {
  readonly connections?: PlaceLimits
  readonly sessions?: PlaceLimits
  readonly addresses?: ClientAddresses
  readonly pages?: HttpParts['pages']
}

const roomy = { total: 1000, perAddress: 1000 }

async function startEdge(options: Options = {}): Promise<Edge> {
  const { connections = roomy, sessions = roomy, addresses = createClientAddresses({ hops: 0, ranges: [] }) } = options
  const lines: string[] = []
  const logger = pino({}, { write: (line: string) => lines.push(line) })
  const refusals = createRefusals(logger, Date.now)
  let pages = 0
  const web = createHttpServer({
    pages:
      options.pages ??
      (async (_request, response) => {
        pages += 1
        response.end('a page')
      }),
    ready: () => true,
    ...{ allowedOrigins: [], development: false, logger, addresses, connections, refusals },
  })
  const sockets: SocketServer = createSocketServer(web.server, { sessions, allowedOrigins: [], addresses, refusals })
  sockets.of('/live')
  web.prepareAllRequests()
  const port = await listen(web.server, 0, '127.0.0.1')
  stops.push(web.close, () => void sockets.engine.close())
  const open = () => new Promise<number>((resolve) => web.server.getConnections((_error, count) => resolve(count)))
  return { port, http: web.server, refusals, lines, pages: () => pages, open }
}

async function connectMany(port: number, count: number, text: string): Promise<RawConnection[]> {
  const connections: RawConnection[] = []
  for (let made = 0; made < count; made += 1) connections.push(await attack(port, text))
  return connections
}

async function attack(port: number, text: string, reads = true): Promise<RawConnection> {
  const connection = await connectRaw(port, text, reads)
  stops.push(connection.destroy)
  return connection
}

const handshake = '/socket.io/?EIO=4&transport=websocket'
const statusOf = (connection: RawConnection) => connection.received().slice(9, 12)

describe('given 50 upgrades that are refused, whose clients keep their side open', () => {
  test.each([
    ['for another protocol', rawRequest('GET /', 'Connection: Upgrade', 'Upgrade: h2c'), '426'],
    ['at another path', rawUpgrade('/x'), '404'],
    ['at the path of the hot reload of Next', rawUpgrade('/_next/hmr'), '404'],
    ['with an unknown session', rawUpgrade(`${handshake}&sid=x`), '400'],
    ['of a foreign origin', rawUpgrade(handshake, 'Origin: https://evil.example'), '400'],
    ['of an older protocol', rawUpgrade('/socket.io/?EIO=3&transport=websocket'), ''],
    ['with an unknown transport', rawUpgrade('/socket.io/?EIO=4&transport=pigeon'), '400'],
  ])('when they are %s, then no connection is left', async (_what, text, status) => {
    const { port, open } = await startEdge()
    const connections = await connectMany(port, 50, text)
    await expect.poll(open).toBe(0)
    if (status !== '') expect(new Set(connections.map(statusOf))).toEqual(new Set([status]))
  })

  test('when they repeat the upgrade of one session, then one connection is left', async () => {
    const { port, open } = await startEdge()
    const polling = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`)
    const { sid } = JSON.parse((await polling.text()).slice(1))
    await connectMany(port, 50, rawUpgrade(`${handshake}&sid=${sid}`))
    // The poll's own connection, kept alive, and one WebSocket.
    await expect.poll(open).toBeLessThanOrEqual(2)
  })
})

describe('given a server with room for 20 connections', () => {
  const connections = { total: 20, perAddress: 20 }

  test('when 100 connections say nothing, then 20 are open and another client is answered', async () => {
    const { port, open, refusals, lines } = await startEdge({ connections })
    const silent = await connectMany(port, 100, 'GET / HT')
    expect(await open()).toBeLessThanOrEqual(20)
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok\n')
    await expect.poll(() => silent.filter((one) => one.isClosed()).length).toBeGreaterThanOrEqual(80)
    expect(refusals.counts().full + refusals.counts().address_full).toBeGreaterThanOrEqual(80)
    expect(lines.length).toBeLessThanOrEqual(2)
  })

  test('when 20 are upgraded, then another one is destroyed, and none of the 20', async () => {
    const { port, open, refusals } = await startEdge({ connections, sessions: roomy })
    const upgraded = await connectMany(port, 20, rawUpgrade(handshake))
    await expect.poll(() => upgraded.every((one) => one.received().includes('"sid"'))).toBe(true)
    const [late] = await connectMany(port, 1, rawRequest('GET /healthz'))
    await expect.poll(() => late?.isClosed()).toBe(true)
    expect([late?.received(), await open()]).toEqual(['', 20])
    expect(refusals.counts().address_full).toBe(1)
    expect(upgraded.filter((one) => one.isClosed())).toEqual([])
  })

  test('when a connection is in use among silent ones, then it is kept and answered each time', async () => {
    const { port } = await startEdge({ connections })
    const honest = await attack(port, rawRequest('GET /healthz'))
    for (let answers = 1; answers <= 5; answers += 1) {
      await expect.poll(() => honest.received().split('200 OK').length - 1).toBe(answers)
      await connectMany(port, 15, 'GET / HT')
      honest.send(rawRequest('GET /healthz'))
    }
    expect(honest.isClosed()).toBe(false)
  })

  test('when one address has all that it can have, then another address gets in', async () => {
    let address = 'hog'
    const addresses = { ...createClientAddresses({ hops: 0, ranges: [] }), ofConnection: () => address }
    const { port, open, refusals } = await startEdge({ connections: { total: 20, perAddress: 15 }, addresses })
    const hog = await connectMany(port, 30, rawUpgrade(handshake))
    await expect.poll(open).toBe(15)
    expect(refusals.counts()).toMatchObject({ address_full: 15, full: 0 })
    address = 'honest'
    const [honest] = await connectMany(port, 1, rawRequest('GET /healthz'))
    await expect.poll(() => honest?.received()).toContain('200 OK')
    expect(hog.filter((one) => !one.isClosed())).toHaveLength(15)
  })

  test('when connections come and go a thousand times, then every place is free again', async () => {
    const { port, open } = await startEdge({ connections })
    for (let round = 0; round < 50; round += 1) {
      const some = await connectMany(port, 20, round % 2 ? rawUpgrade(handshake) : rawUpgrade('/x'))
      for (const one of some) one.destroy()
      await expect.poll(open).toBe(0)
    }
    const all = await connectMany(port, 20, rawUpgrade(handshake))
    await expect.poll(() => all.every((one) => one.received().includes('"sid"'))).toBe(true)
  })
})

describe('given a server with room for 10 sessions of socket.io', () => {
  const sessions = { total: 10, perAddress: 10 }
  const polling = (port: number, headers = {}) =>
    fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers })

  test('when 30 WebSockets are opened, then 10 are, and 20 are told that it is full', async () => {
    const { port, open, refusals, lines } = await startEdge({ sessions })
    const all = await connectMany(port, 30, rawUpgrade(handshake))
    await expect.poll(open).toBe(10)
    expect(all.filter((one) => one.received().includes('"sid"'))).toHaveLength(10)
    const refused = all.filter((one) => one.received().startsWith('HTTP/1.1 503 Service Unavailable\r\n'))
    expect(refused).toHaveLength(20)
    for (const one of refused) expect(one.received()).toMatch(/Retry-After: \d+[^]*"code":"server_full"/)
    expect(refusals.counts().address_full).toBe(20)
    expect(lines).toHaveLength(1)
  })

  test('when it is full, then a client that polls gets 503 with a reason, and pages are still served', async () => {
    const { port, refusals } = await startEdge({ sessions: { total: 10, perAddress: 20 } })
    await connectMany(port, 10, rawUpgrade(handshake))
    const refused = await polling(port)
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'server_full'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await (await fetch(`http://127.0.0.1:${port}/live`)).text()).toBe('a page')
    expect(refusals.counts().full).toBe(1)
    expect(refusals.fullSince()).toBeDefined()
  })

  test('when a session ends, then its place is free, whichever way it ended', async () => {
    const { port } = await startEdge({ sessions })
    for (let round = 0; round < 5; round += 1) {
      const sockets = await connectMany(port, 10, rawUpgrade(handshake))
      await expect.poll(() => sockets.every((one) => one.received().includes('"sid"'))).toBe(true)
      expect((await polling(port)).status).toBe(503)
      for (const one of sockets) one.destroy()
      await expect.poll(async () => (await polling(port)).status).toBe(200)
      // That one ends with a packet of its own.
      const { sid } = JSON.parse((await (await polling(port)).text()).slice(1))
      const end = { method: 'POST', body: '1' }
      await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling&sid=${sid}`, end)
    }
  })

  test('when handshakes fail a hundred times, then they hold no place', async () => {
    const { port } = await startEdge({ sessions })
    const old = `http://127.0.0.1:${port}/socket.io/?EIO=3&transport=polling`
    for (let attempt = 0; attempt < 100; attempt += 1) expect((await fetch(old)).status).toBe(400)
    await connectMany(port, 100, rawUpgrade('/socket.io/?EIO=3&transport=websocket'))
    expect((await polling(port)).status).toBe(200)
  })

  test('when a trusted proxy names the clients, then each address has places of its own', async () => {
    const addresses = createClientAddresses({ hops: 1, ranges: [] })
    const { port } = await startEdge({ sessions: { total: 10, perAddress: 3 }, addresses })
    const statusesOf = async (address: string) => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => polling(port, { 'x-forwarded-for': address })))
      return answers.map(({ status }) => status).sort()
    }
    expect(await statusesOf('198.51.100.1')).toEqual([200, 200, 200, 503, 503])
    expect(await statusesOf('6.6.6.6, 198.51.100.2')).toEqual([200, 200, 200, 503, 503])
    expect(await statusesOf('7.7.7.7, 198.51.100.2')).toEqual([503, 503, 503, 503, 503])
  })

  test('when no proxy is trusted, then X-Forwarded-For gives nobody more places', async () => {
    const { port } = await startEdge({ sessions: { total: 10, perAddress: 3 } })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => polling(port, { 'x-forwarded-for': `198.51.100.${index}` })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  })
})

describe('given requests that no browser sends', () => {
  const junk: readonly (readonly [string, string, string])[] = [
    ['GET *', rawRequest('GET *'), '400'],
    ['another server’s address', rawRequest('GET http://evil.example/live'), '400'],
    ['a path that begins with two slashes', rawRequest('GET //evil.example/live'), '400'],
    ['a path with a backslash', rawRequest('GET /\\evil.example'), '400'],
    ['a path that cannot be decoded', rawRequest('GET /%E0%A4%A'), '400'],
    ['a very long path', rawRequest(`GET /live?x=${'x'.repeat(3000)}`), '400'],
    ['an unusual method', rawRequest('PROPFIND /live'), '405'],
    ['a Server Action', rawRequest('POST /live', 'Next-Action: 00ff', 'Content-Length: 2').concat('[]'), '404'],
    ['a Server Action in a form', rawRequest('POST /live', 'Content-Length: 2').concat('a='), '404'],
    ['a Server Action by GET', rawRequest('GET /live', 'Next-Action: 00ff'), '404'],
    ['a picture to make smaller', rawRequest('GET /_next/image?url=%2Ficon.png&w=640&q=75'), '404'],
  ]
  test.each(junk)('when 200 ask for %s, then no page sees them, and the log has one line', async (...row) => {
    const [, text, status] = row
    const { port, pages, lines, refusals } = await startEdge()
    for (let sent = 0; sent < 200; sent += 1) {
      const connection = await connectRaw(port, text)
      await expect.poll(() => statusOf(connection), { interval: 1 }).toBe(status)
      connection.destroy()
    }
    expect(pages()).toBe(0)
    expect(refusals.counts().junk_request).toBe(200)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.length).toBeLessThan(250)
  })

  test.each([
    ['headers of 9 KB', rawRequest('GET /live', `X: ${'x'.repeat(9000)}`), '431'],
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['two lengths', rawRequest('POST /api/x', 'Content-Length: 1', 'Content-Length: 2'), '400'],
    ['a length and chunks', rawRequest('POST /api/x', 'Content-Length: 1', 'Transfer-Encoding: chunked'), '400'],
  ])('when 50 send %s, then no connection is left and nothing is logged', async (_what, text, status) => {
    const { port, open, pages, lines } = await startEdge()
    const connections = await connectMany(port, 50, text)
    await expect.poll(open).toBe(0)
    expect(new Set(connections.map(statusOf))).toEqual(new Set([status]))
    expect([pages(), lines]).toEqual([0, []])
  })

  test('when 3,000 requests come on one connection, then it ends after 1,000', async () => {
    const { port, open } = await startEdge()
    const connection = await attack(port, rawRequest('GET /healthz').repeat(3000))
    await expect.poll(open).toBe(0)
    expect(connection.received().split('200 OK').length - 1).toBe(1000)
  })
})

describe('the limits of time', () => {
  test('headers have 10 s, whole requests 15 s, answers without progress 60 s, and unused connections 5 s', async () => {
    const { http } = await startEdge()
    expect(http).toMatchObject({
      ...{ headersTimeout: 10_000, requestTimeout: 15_000, timeout: 60_000, keepAliveTimeout: 5000 },
    })
  })

  // The only way to see them at work is to wait for them.
  test('given slow headers, slow bodies, silence and clients that do not read, then their connections are closed', async () => {
    const { port, open } = await startEdge({
      pages: async (_request, response) => void response.end('x'.repeat(64 * 1024 * 1024)),
    })
    const headers = await attack(port, 'GET /live HTTP/1.1\r\nHost: x\r\n')
    const body = await attack(port, rawRequest('POST /api/x', 'Content-Length: 1000'))
    await attack(port, '')
    await attack(port, rawRequest('GET /live'), false)
    const drip = setInterval(() => {
      headers.send('a: b\r\n')
      body.send('x')
    }, 1000)
    stops.push(() => clearInterval(drip))
    await expect.poll(open, { timeout: 110_000, interval: 500 }).toBe(0)
  })
})

describe('the headers of every answer', () => {
  const names = [
    ...['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options'],
    ...['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'],
  ]
  const paths = [
    ...['/healthz', '/readyz', '/live', '/nowhere', '/protocol/v1.json', '/service-worker.js', '/_next/image'],
    ...['/socket.io/?EIO=4&transport=polling', '/socket.io/?EIO=3&transport=polling', '/socket.io/', '/socket.io'],
  ]

  test.each(paths)('of %s are there', async (path) => {
    const { port } = await startEdge()
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`)
    for (const name of names) expect([name, headers.get(name)]).toEqual([name, expect.any(String)])
  })

  test.each(paths)('of %s insist on https only when a trusted proxy says that the client uses it', async (path) => {
    const headers = { 'x-forwarded-proto': 'https' }
    const insists = async (hops: number, sent: Record<string, string>) => {
      const { port } = await startEdge({ addresses: createClientAddresses({ hops, ranges: [] }) })
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: sent })
      return answer.headers.has('strict-transport-security')
    }
    expect([await insists(1, headers), await insists(0, headers), await insists(1, {})]).toEqual([true, false, false])
  })
})
