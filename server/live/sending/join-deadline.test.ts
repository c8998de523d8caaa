import { expect, test } from 'vitest'
import { attackMany, handshake, startEdgeServer } from '../../http/edge-server.fixture.ts'
import { rawFrame, rawUpgrade } from '../../http/raw-connection.fixture.ts'
import { connectPolling } from './polling.fixture.ts'

const sessions = { total: 4, perAddress: 4 }

async function begin(port: number): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`)).status
}

test('[P11] given polling sessions that never join a namespace, then their places are free after the deadline', async () => {
  const { port } = await startEdgeServer({ sessions, joinDeadline: 400 })
  expect([await begin(port), await begin(port), await begin(port), await begin(port)]).toEqual([200, 200, 200, 200])
  expect(await begin(port)).toBe(503)
  // engine.io itself would hold them for 30 s more.
  await expect.poll(() => begin(port)).toBe(200)
})

test('[P11] given WebSockets that never join a namespace, then they are destroyed after the deadline', async () => {
  const { port, open } = await startEdgeServer({ sessions, joinDeadline: 400 })
  const sockets = await attackMany(port, 4, rawUpgrade(handshake))
  await expect.poll(() => sockets.every((one) => one.hasEnded())).toBe(true)
  expect(await open()).toBe(0)
})

test('[P11] given a WebSocket and a polling client that joined, when others miss the deadline, then these two stay', async () => {
  const { port } = await startEdgeServer({ sessions, joinDeadline: 400 })
  const [socket] = await attackMany(port, 1, rawUpgrade(handshake))
  await expect.poll(() => socket?.received()).toContain('"sid"')
  socket?.send(rawFrame('40/live,'))
  await expect.poll(() => socket?.received()).toContain('40/live,')
  const polling = await connectPolling(`http://127.0.0.1:${port}`)
  const late = await attackMany(port, 1, rawUpgrade(handshake))
  expect(await begin(port)).toBe(200)
  await expect.poll(() => late.every((one) => one.hasEnded())).toBe(true)
  expect(socket?.hasEnded()).toBe(false)
  const answer = fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling&sid=${polling.sid}`)
  await polling.send('40/nothing,')
  expect((await answer).status).toBe(200)
})
