import { type Entry, field, withChanged, without } from '../../testing/event/timing-file.ts'
import { type BareClient, connectBare } from '../fixtures/bare-client.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// A client that knows only the given messages: no log, no gaps, no checksum.

const server = serverOfFile()
const clients: BareClient[] = []

test.afterEach(() => {
  for (const { socket } of clients.splice(0)) socket.disconnect()
  server.data.writeEntries(field)
})

test('given a bare client, when the list changes several times, then its list is right each time', async () => {
  const client = await connected()
  await expectEntries(client, field)

  const faster = withChanged(field, 'Ian O’Malley', { runs: ['41.053', '41.500', '40.777'] })
  const newcomer: Entry = { class: 'SM', number: '12', name: 'Yve Newcomer', runs: ['43.210'] }
  const steps = [
    faster,
    [newcomer, ...faster],
    without([newcomer, ...faster], 'Wilford Amador'),
    // One entry is back, and another driver has the number of the newcomer.
    [...without(faster, 'Felipe González'), { ...newcomer, name: 'Zoë Other' }],
    field,
  ]
  for (const entries of steps) {
    server.data.writeEntries(entries)
    await expectEntries(client, entries)
  }
  expect(client.actions().filter((action) => action === 'all_drivers')).toHaveLength(1)

  const late = await connected()
  await expectEntries(late, field)
  expect(late.version()).toBe(client.version())
})

test('given a bare client that missed revisions, when it reconnects, then it gets the whole list once', async () => {
  const client = await connected()
  await expectEntries(client, field)
  const old = client.version()
  client.socket.disconnect()
  const watcher = await connected()
  const changed = withChanged(field, 'Joan Zielinski', { runs: ['40.434', '40.341', '41.000'] })
  server.data.writeEntries(changed)
  await expectEntries(watcher, changed)
  const later = withChanged(changed, 'Joan Zielinski', { runs: ['40.434', '40.341', '41.000', '39.000'] })
  server.data.writeEntries(later)
  await expectEntries(watcher, later)

  const back = await connected(old)
  await expectEntries(back, later)
  expect(back.messages().map(({ action }) => action)).toEqual(['all_drivers'])
  expect(back.version()).toBe(old + 2)
})

test('given the newest version, when it is checked, then the server sends no list', async () => {
  const first = await connected()
  await expectEntries(first, field)
  const client = await connected(first.version())
  client.check(first.version())
  // Answers keep the order of the checks: the only list is that of the last.
  client.check(0)
  await expectEntries(client, field)
  expect(client.messages().map(({ action }) => action)).toEqual(['all_drivers'])
})

test('given a version that is too high or of another log, when it is checked, then the server sends the whole list', async () => {
  const client = await connected(Number.MAX_SAFE_INTEGER)
  await expectEntries(client, field)
  const other = await connected(1)
  await expectEntries(other, field)
})

async function connected(version?: number): Promise<BareClient> {
  const client = connectBare(server.baseUrl, version)
  clients.push(client)
  await expect.poll(() => client.socket.connected).toBe(true)
  return client
}

/** Waits until the client's list is that of the timing file, in any order. */
async function expectEntries(client: BareClient, entries: readonly Entry[]): Promise<void> {
  const wanted = entries.map((entry) => `${entry.name}: ${(entry.runs ?? []).join(' ')}`).sort()
  await expect
    .poll(() =>
      client
        .drivers()
        .map(({ driver_name, runs }) => `${driver_name}: ${[runs].flat().join(' ')}`)
        .sort(),
    )
    .toEqual(wanted)
}
