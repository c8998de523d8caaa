import { describe, expect, test } from 'vitest'
import { createClientAddresses } from '../../http/client-address.ts'
import { attackMany, handshake, startEdgeServer } from '../../http/edge-server.fixture.ts'
import { rawUpgrade } from '../../http/raw-connection.fixture.ts'

describe('given a server with room for 10 sessions of socket.io', () => {
  const sessions = { total: 10, perAddress: 10 }
  const polling = (port: number, headers = {}) =>
    fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers })

  test('when 30 WebSockets are opened, then 10 are, and 20 are told that it is full', async () => {
    const { port, open, refusals, lines } = await startEdgeServer({ sessions })
    const all = await attackMany(port, 30, rawUpgrade(handshake))
    await expect.poll(open).toBe(10)
    expect(all.filter((one) => one.received().includes('"sid"'))).toHaveLength(10)
    const refused = all.filter((one) => one.received().startsWith('HTTP/1.1 503 Service Unavailable\r\n'))
    expect(refused).toHaveLength(20)
    for (const one of refused) expect(one.received()).toMatch(/Retry-After: \d+[\s\S]*"code":"server_full"/)
    expect(refusals.counts()).toMatchObject({ full: 20, address_full: 0 })
    expect(lines).toHaveLength(1)
  })

  test('when it is full, then a client that polls gets 503 with a reason, and pages are still served', async () => {
    const { port, refusals } = await startEdgeServer({ sessions: { total: 10, perAddress: 20 } })
    await attackMany(port, 10, rawUpgrade(handshake))
    const refused = await polling(port)
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'server_full'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await (await fetch(`http://127.0.0.1:${port}/live`)).text()).toBe('a page')
    expect(refusals.counts().full).toBe(1)
    expect(refusals.fullSince()).toBeDefined()
  })

  test('when a session ends, then its place is free, whichever way it ended', async () => {
    const { port } = await startEdgeServer({ sessions })
    for (let round = 0; round < 5; round += 1) {
      const sockets = await attackMany(port, 10, rawUpgrade(handshake))
      await expect.poll(() => sockets.every((one) => one.received().includes('"sid"'))).toBe(true)
      expect((await polling(port)).status).toBe(503)
      for (const one of sockets) one.destroy()
      let text = ''
      await expect.poll(async () => (text = await (await polling(port)).text())).toContain('"sid"')
      // That one ends with a packet of its own.
      const end = { method: 'POST', body: '1' }
      const { sid } = JSON.parse(text.slice(1))
      await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling&sid=${sid}`, end)
    }
  })

  test('when handshakes fail a hundred times, then they hold no place', async () => {
    const { port } = await startEdgeServer({ sessions })
    const old = `http://127.0.0.1:${port}/socket.io/?EIO=3&transport=polling`
    for (let attempt = 0; attempt < 100; attempt += 1) expect((await fetch(old)).status).toBe(400)
    await attackMany(port, 100, rawUpgrade('/socket.io/?EIO=3&transport=websocket'))
    expect((await polling(port)).status).toBe(200)
  })

  test('when a trusted proxy names the clients, then each address has places of its own', async () => {
    const addresses = createClientAddresses({ hops: 1, ranges: [] })
    const { port } = await startEdgeServer({ sessions: { total: 10, perAddress: 3 }, addresses })
    const statusesOf = async (address: string) => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => polling(port, { 'x-forwarded-for': address })))
      return answers.map(({ status }) => status).sort()
    }
    expect(await statusesOf('198.51.100.1')).toEqual([200, 200, 200, 503, 503])
    expect(await statusesOf('6.6.6.6, 198.51.100.2')).toEqual([200, 200, 200, 503, 503])
    expect(await statusesOf('7.7.7.7, 198.51.100.2')).toEqual([503, 503, 503, 503, 503])
  })

  test('when no proxy is trusted, then X-Forwarded-For gives nobody more places', async () => {
    const { port } = await startEdgeServer({ sessions: { total: 10, perAddress: 3 } })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => polling(port, { 'x-forwarded-for': `198.51.100.${index}` })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  })
})
