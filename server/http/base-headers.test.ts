import { describe, expect, test } from 'vitest'
import { createClientAddresses } from './client-address.ts'
import { startEdgeServer } from './edge-server.fixture.ts'

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
    const { port } = await startEdgeServer()
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`)
    for (const name of names) expect([name, headers.get(name)]).toEqual([name, expect.any(String)])
  })

  test.each(paths)('of %s insist on https only when a trusted proxy says that the client uses it', async (path) => {
    const headers = { 'x-forwarded-proto': 'https' }
    const insists = async (hops: number, sent: Record<string, string>) => {
      const { port } = await startEdgeServer({ addresses: createClientAddresses({ hops, ranges: [] }) })
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: sent })
      return answer.headers.has('strict-transport-security')
    }
    expect([await insists(1, headers), await insists(0, headers), await insists(1, {})]).toEqual([true, false, false])
  })
})
