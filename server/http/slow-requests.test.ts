import { describe, expect, onTestFinished, test } from 'vitest'
import { attack, startEdgeServer } from './edge-server.fixture.ts'
import { rawRequest } from './raw-connection.fixture.ts'

describe('the limits of time', () => {
  test('headers have 10 s, whole requests 15 s, answers without progress 40 s, and unused connections 5 s', async () => {
    const { http } = await startEdgeServer()
    expect(http).toMatchObject({
      ...{ headersTimeout: 10_000, requestTimeout: 15_000, timeout: 40_000, keepAliveTimeout: 5000 },
    })
  })

  test('given slow headers, slow bodies, silence and clients that do not read, then their connections are closed', async () => {
    const { port, open, http } = await startEdgeServer({
      pages: async (_request, response) => void response.end('x'.repeat(64 * 1024 * 1024)),
    })
    // Shorter ones, since the only way to see limits of time at work is to wait for them.
    Object.assign(http, { headersTimeout: 1000, requestTimeout: 1500, timeout: 2000 })
    const headers = await attack(port, 'GET /live HTTP/1.1\r\nHost: x\r\n')
    const body = await attack(port, rawRequest('POST /api/x', 'Content-Length: 1000'))
    await attack(port, '')
    await attack(port, rawRequest('GET /live'), false)
    const drip = setInterval(() => {
      headers.send('a: b\r\n')
      body.send('x')
    }, 200)
    onTestFinished(() => clearInterval(drip))
    await expect.poll(open).toBe(0)
  })
})
