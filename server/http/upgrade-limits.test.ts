import { describe, expect, test } from 'vitest'
import { attackMany, handshake, startEdgeServer, statusOf } from './edge-server.fixture.ts'
import { rawRequest, rawUpgrade } from './raw-connection.fixture.ts'

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
    const { port, open } = await startEdgeServer()
    const connections = await attackMany(port, 50, text)
    await expect.poll(open).toBe(0)
    if (status !== '') expect(new Set(connections.map(statusOf))).toEqual(new Set([status]))
  })

  test('when they repeat the upgrade of one session, then one connection is left', async () => {
    const { port, open } = await startEdgeServer()
    const polling = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`)
    const { sid } = JSON.parse((await polling.text()).slice(1))
    await attackMany(port, 50, rawUpgrade(`${handshake}&sid=${sid}`))
    // The poll's own connection, kept alive, and one WebSocket.
    await expect.poll(open).toBeLessThanOrEqual(2)
  })
})
