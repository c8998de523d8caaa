import { describe, expect, test } from 'vitest'
import { attack, attackMany, startEdgeServer, statusOf } from './edge-server.fixture.ts'
import { connectRaw, rawRequest } from './raw-connection.fixture.ts'

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
    ['a picture to make smaller', rawRequest('GET /_next/image?url=/icon.png&w=640&q=75'), '404'],
  ]
  test.each(junk)('when 200 ask for %s, then no page sees them, and the log has one line', async (...row) => {
    const [, text, status] = row
    const { port, pages, lines, refusals } = await startEdgeServer()
    for (let sent = 0; sent < 200; sent += 1) {
      const connection = await connectRaw(port, text)
      await connection.answered
      expect(statusOf(connection)).toBe(status)
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
    const { port, open, pages, lines } = await startEdgeServer()
    const connections = await attackMany(port, 50, text)
    await expect.poll(open).toBe(0)
    expect(new Set(connections.map(statusOf))).toEqual(new Set([status]))
    expect([pages(), lines]).toEqual([0, []])
  })

  test('when 3,000 requests come on one connection, then it ends after 1,000', async () => {
    const { port, open } = await startEdgeServer()
    const connection = await attack(port, rawRequest('GET /healthz').repeat(3000))
    await expect.poll(open).toBe(0)
    expect(connection.received().split('200 OK').length - 1).toBe(1000)
  })
})
