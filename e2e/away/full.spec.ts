import { io, type Socket } from 'socket.io-client'
import { expectLive, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// Of 40 connections, 24 may be sessions of socket.io: 16 are for pages.
const server = serverOfFile({ environment: { MAX_CONNECTIONS: '40', MAX_CONNECTIONS_PER_ADDRESS: '40' } })
const sessions = 24

test.use({ allowedTrouble: /WebSocket connection to .* failed|status of 503/ })

const others: Socket[] = []
test.afterEach(() => {
  for (const socket of others.splice(0)) socket.disconnect()
})

test('given a full server, when a page is opened, then it is served, says that the server is full, and is live by itself when there is a place', async ({
  page,
}) => {
  while (others.length < sessions) {
    const socket = io(`${server.baseUrl}/live`, { forceNew: true, transports: ['websocket'], reconnection: false })
    others.push(socket)
    await expect.poll(() => socket.connected).toBe(true)
  }
  await page.goto(`${server.baseUrl}/live`)
  await expect(statusLine(page)).toContainText('offline: the server is full')
  expect(server.process.stdout()).toContain('the server is full: MAX_CONNECTIONS is reached')

  others.pop()?.disconnect()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expectLive(page)
})
