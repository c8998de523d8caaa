import { describe, expect, test } from 'vitest'
import { createClientAddresses } from './client-address.ts'
import { attack, attackMany, handshake, startEdgeServer } from './edge-server.fixture.ts'
import { rawRequest, rawUpgrade } from './raw-connection.fixture.ts'

describe('given a server with room for 20 connections', () => {
  const connections = { total: 20, perAddress: 20 }

  test('when 100 connections say nothing, then 20 are open and another client is answered', async () => {
    const { port, open, refusals, lines } = await startEdgeServer({ connections })
    const silent = await attackMany(port, 100, 'GET / HT')
    expect(await open()).toBeLessThanOrEqual(20)
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok\n')
    await expect.poll(() => silent.filter((one) => one.hasEnded()).length).toBeGreaterThanOrEqual(80)
    expect(refusals.counts().full + refusals.counts().address_full).toBeGreaterThanOrEqual(80)
    expect(lines.length).toBeLessThanOrEqual(2)
  })

  test('when 20 are upgraded, then another one is destroyed, and none of the 20', async () => {
    const { port, open, refusals } = await startEdgeServer({ connections, sessions: { total: 50, perAddress: 50 } })
    const upgraded = await attackMany(port, 20, rawUpgrade(handshake))
    await expect.poll(() => upgraded.every((one) => one.received().includes('"sid"'))).toBe(true)
    const [late] = await attackMany(port, 1, rawRequest('GET /healthz'))
    await expect.poll(() => late?.hasEnded()).toBe(true)
    expect([late?.received(), await open()]).toEqual(['', 20])
    expect(refusals.counts()).toMatchObject({ full: 1, address_full: 0 })
    expect(upgraded.filter((one) => one.hasEnded())).toEqual([])
  })

  test('when a connection is in use among silent ones, then it is kept and answered each time', async () => {
    const { port } = await startEdgeServer({ connections })
    const honest = await attack(port, rawRequest('GET /healthz'))
    for (let answers = 1; answers <= 5; answers += 1) {
      await expect.poll(() => honest.received().split('200 OK').length - 1).toBe(answers)
      await attackMany(port, 15, 'GET / HT')
      honest.send(rawRequest('GET /healthz'))
    }
    expect(honest.hasEnded()).toBe(false)
  })

  test('when a connection waits for its answer among idle ones, then the idle ones make room', async () => {
    let finish = () => {}
    const { port } = await startEdgeServer({
      connections,
      pages: async (_request, response) => {
        finish = () => void response.end('late')
      },
    })
    const honest = await attack(port, rawRequest('GET /live'))
    await attackMany(port, 60, 'GET / HT')
    finish()
    await expect.poll(honest.received).toContain('late')
  })

  test('when one address has all that it can have, then another address gets in', async () => {
    let address = 'hog'
    const addresses = { ...createClientAddresses({ hops: 0, ranges: [] }), ofConnection: () => address }
    const { port, open, refusals } = await startEdgeServer({ connections: { total: 20, perAddress: 15 }, addresses })
    const hog = await attackMany(port, 30, rawUpgrade(handshake))
    await expect.poll(open).toBe(15)
    expect(refusals.counts()).toMatchObject({ address_full: 15, full: 0 })
    address = 'honest'
    const [honest] = await attackMany(port, 1, rawRequest('GET /healthz'))
    await expect.poll(() => honest?.received()).toContain('200 OK')
    expect(hog.filter((one) => !one.hasEnded())).toHaveLength(15)
  })

  test('when connections come and go a thousand times, then every place is free again', async () => {
    const { port, open } = await startEdgeServer({ connections })
    for (let round = 0; round < 50; round += 1) {
      const some = await attackMany(port, 20, round % 2 ? rawUpgrade(handshake) : rawUpgrade('/x'))
      for (const one of some) one.destroy()
      await expect.poll(open).toBe(0)
    }
    const all = await attackMany(port, 20, rawUpgrade(handshake))
    await expect.poll(() => all.every((one) => one.received().includes('"sid"'))).toBe(true)
  })
})
