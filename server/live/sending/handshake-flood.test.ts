import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createClientAddresses } from '../../http/client-address.ts'
import { attackMany, handshake, startEdgeServer, statusOf } from '../../http/edge-server.fixture.ts'
import { type RawConnection, rawUpgrade } from '../../http/raw-connection.fixture.ts'
import { createRefusals } from '../../http/refusals.ts'
import { createAdmission } from './admission.ts'
import { handshakeLimits } from './handshake-queue.ts'

// Everybody asks for a socket at once, as after an outage or in an attack. What each one got is counted.

const addresses = createClientAddresses({ hops: 1, ranges: [] })

const everybody = { total: 5000, perAddress: 5000 }
const roomy = { connections: everybody, sessions: everybody }

function askFrom(connections: readonly RawConnection[], address: string): void {
  for (const one of connections) one.send(rawUpgrade(handshake, `X-Forwarded-For: ${address}`))
}
const isIn = (one: RawConnection) => one.received().includes('"sid"')
const isAnswered = (one: RawConnection) => isIn(one) || one.hasEnded()

test('[P14] given 500 phones behind one address, when all reconnect at once, then all are in and none is refused', async () => {
  const { port, refusals } = await startEdgeServer({ addresses })
  const phones = await attackMany(port, 500, '')
  askFrom(phones, '198.51.100.1')
  await expect.poll(() => phones.filter(isIn).length).toBe(500)
  expect(refusals.counts().busy).toBe(0)
})

test('[P11] given 1,500 handshakes at once of an attacker, when 500 phones of another address come, then all are in', async () => {
  const handshakes = { perTurn: 10, perAddress: 600, total: 1200 }
  const { port, refusals, lines } = await startEdgeServer({ addresses, handshakes, ...roomy })
  const [attacker, phones] = [await attackMany(port, 1500, ''), await attackMany(port, 500, '')]
  askFrom(attacker, '203.0.113.66')
  askFrom(phones, '198.51.100.1')
  await expect.poll(() => phones.filter(isIn).length).toBe(500)
  await expect.poll(() => attacker.every(isAnswered)).toBe(true)
  const refused = attacker.filter((one) => !isIn(one))
  expect(refused.length).toBeGreaterThan(500)
  for (const one of refused) {
    expect(statusOf(one)).toBe('503')
    expect(one.received()).toMatch(/Retry-After: \d+[\s\S]*"code":"server_full"/)
  }
  expect(refusals.counts()).toMatchObject({ busy: refused.length, full: 0 })
  expect(lines).toHaveLength(1)
})

test('[P11] given a handshake whose connection broke while it waited, then it takes no place', async () => {
  const admission = createAdmission({
    sessions: { total: 2, perAddress: 2 },
    handshakes: { perTurn: 1, perAddress: 10, total: 10 },
    allowedOrigins: [],
    addresses,
    refusals: createRefusals(pino({ level: 'silent' }), Date.now),
  })
  const admitted: string[] = []
  const ask = (name: string) => {
    const request = new IncomingMessage(new Socket())
    admission.allowRequest(request, (_message, isAllowed) => admitted.push(`${name} ${isAllowed}`))
    return request.socket
  }
  ask('first')
  ask('broken').destroy()
  ask('last')
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(admitted).toEqual(['first true', 'last true'])
})

test('[P11] given handshakes by polling, when too many wait, then the others get 503 and a time to wait', async () => {
  const handshakes = { perTurn: 1, perAddress: 5, total: 5 }
  const { port } = await startEdgeServer({ addresses, handshakes })
  const url = `http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`
  const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(url)))
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.length + answers.filter(({ status }) => status === 200).length).toBe(100)
  for (const one of refused) expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('the limits have room for an audience of 2,000 behind one address, and for others beside it', () => {
  expect(handshakeLimits.perAddress).toBeGreaterThanOrEqual(2000)
  expect(handshakeLimits.total).toBeGreaterThan(handshakeLimits.perAddress)
})
