import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksumOf, formatChecksum } from './checksum.ts'
import { diffDrivers } from './diff.ts'
import { byName, type Driver, type Drivers } from './driver.ts'
import { emptyReplica, type Replica } from './replica.ts'
import { type Effect, type ListMessage, type Phase, type Sync, type SyncEvent, step } from './sync.ts'

const log = 'this'
const hashOf = (drivers: Drivers) => formatChecksum(checksumOf(drivers))

function replicaOf(version: number, drivers: readonly Driver[]): Replica {
  const list = byName(drivers)
  return { ...emptyReplica, log, version, drivers: list, hash: hashOf(list) }
}

function all(version: number, drivers: readonly Driver[]): ListMessage {
  const hash = hashOf(byName(drivers))
  return { source: 'server', action: 'all_drivers', data: { log, version, drivers: [...drivers], hash } }
}

function update(from: number, before: readonly Driver[], version: number, after: readonly Driver[]): ListMessage {
  const { create, update, destroy } = diffDrivers(byName(before), byName(after))
  const drivers = { create: [...create], update: [...update], destroy: [...destroy] }
  const hash = hashOf(byName(after))
  return { source: 'server', action: 'update_drivers', data: { log, from, version, drivers, hash } }
}

function current(version: number, drivers: readonly Driver[]): ListMessage {
  const data = { log, version, at: 0, now: 0, hash: hashOf(byName(drivers)) }
  return { source: 'server', action: 'current_version', data }
}

const joan: Driver = { driver_name: 'Joan' }
const wil: Driver = { driver_name: 'Wil' }

const mine = (phase: Phase): Sync => ({ phase, replica: replicaOf(5, [joan]), newest: undefined, divergences: 0 })

const events = {
  opened: { kind: 'opened' },
  closed: { kind: 'closed' },
  'my version': { kind: 'message', message: current(5, [joan]) },
  'a newer version': { kind: 'message', message: current(6, [wil]) },
  'another hash': { kind: 'message', message: current(5, [wil]) },
  'the next update': { kind: 'message', message: update(5, [joan], 6, [wil]) },
  'an update too far': { kind: 'message', message: update(6, [joan], 7, [wil]) },
  'the whole list': { kind: 'message', message: all(7, [wil]) },
  unreadable: { kind: 'unreadable' },
  check_due: { kind: 'check_due' },
  connect_due: { kind: 'connect_due' },
  silence: { kind: 'silence' },
  'woke, heard lately': { kind: 'woke', silent: false },
  'woke, not heard': { kind: 'woke', silent: true },
} as const satisfies Record<string, SyncEvent>

type Cell = Phase | `${Phase}, ${Effect}`

const expected: Readonly<Record<Phase, Readonly<Record<keyof typeof events, Cell>>>> = {
  waiting: {
    opened: 'checking, send_check',
    closed: 'waiting',
    'my version': 'waiting',
    'a newer version': 'waiting',
    'another hash': 'waiting',
    'the next update': 'waiting',
    'an update too far': 'waiting',
    'the whole list': 'waiting',
    unreadable: 'waiting',
    check_due: 'waiting',
    connect_due: 'connecting, reconnect',
    silence: 'waiting',
    'woke, heard lately': 'connecting, reconnect',
    'woke, not heard': 'connecting, reconnect',
  },
  connecting: {
    opened: 'checking, send_check',
    closed: 'waiting, connect_soon',
    'my version': 'connecting',
    'a newer version': 'connecting',
    'another hash': 'connecting',
    'the next update': 'connecting',
    'an update too far': 'connecting',
    'the whole list': 'connecting',
    unreadable: 'connecting',
    check_due: 'connecting',
    connect_due: 'connecting',
    silence: 'connecting, reconnect',
    'woke, heard lately': 'connecting',
    'woke, not heard': 'connecting',
  },
  checking: {
    opened: 'checking, send_check',
    closed: 'waiting, connect_soon',
    'my version': 'live',
    'a newer version': 'behind, check_soon',
    'another hash': 'behind, check_soon',
    'the next update': 'live',
    'an update too far': 'checking',
    'the whole list': 'live',
    unreadable: 'behind, check_soon',
    check_due: 'checking',
    connect_due: 'checking',
    silence: 'connecting, reconnect',
    'woke, heard lately': 'checking, send_check',
    'woke, not heard': 'connecting, reconnect',
  },
  behind: {
    opened: 'checking, send_check',
    closed: 'waiting, connect_soon',
    'my version': 'live',
    'a newer version': 'behind',
    'another hash': 'behind',
    'the next update': 'live',
    'an update too far': 'behind',
    'the whole list': 'live',
    unreadable: 'behind',
    check_due: 'checking, send_check',
    connect_due: 'behind',
    silence: 'connecting, reconnect',
    'woke, heard lately': 'checking, send_check',
    'woke, not heard': 'connecting, reconnect',
  },
  live: {
    opened: 'checking, send_check',
    closed: 'waiting, connect_soon',
    'my version': 'live',
    'a newer version': 'behind, check_soon',
    'another hash': 'behind, check_soon',
    'the next update': 'live',
    'an update too far': 'behind, check_soon',
    'the whole list': 'live',
    unreadable: 'behind, check_soon',
    check_due: 'live',
    connect_due: 'live',
    silence: 'connecting, reconnect',
    'woke, heard lately': 'checking, send_check',
    'woke, not heard': 'connecting, reconnect',
  },
}

const cells = Object.entries(expected).flatMap(([phase, row]) =>
  Object.entries(row).map(([event, cell]) => [phase as Phase, event as keyof typeof events, cell] as const),
)

describe('states and events', () => {
  test.each(cells)('%s, %s: %s', (phase, event, cell) => {
    const next = step(mine(phase), events[event])
    expect([next.sync.phase, next.effect].filter(Boolean).join(', ')).toBe(cell)
  })

  test('[P10] a copy with another hash is counted, and asks for everything', () => {
    const { sync } = step(mine('live'), events['another hash'])
    expect(sync).toMatchObject({ divergences: 1, replica: { version: 0 } })
  })

  test('[P9] an answer that a broadcast overtook is not the newest: the rest is asked for', () => {
    const overtaken = step(mine('checking'), { kind: 'message', message: update(6, [joan], 7, [wil]) }).sync
    const answered = step(overtaken, { kind: 'message', message: update(5, [joan], 6, [joan, wil]) })
    expect([answered.sync.phase, answered.effect]).toEqual(['behind', 'check_soon'])
  })

  test('a new connection forgets what the old one spoke of: the server may be another', () => {
    const behind = step(mine('live'), { kind: 'message', message: current(9, [wil]) }).sync
    const anew = step(step(behind, { kind: 'closed' }).sync, { kind: 'opened' }).sync
    expect(step(anew, { kind: 'message', message: current(5, [joan]) }).sync.phase).toBe('live')
  })
})

/** A history of lists, and events in any order with messages about any of its versions. */
const histories = fc.array(fc.uniqueArray(fc.constantFrom('Joan', 'Wil', '__proto__', 'Ana')), {
  minLength: 2,
  maxLength: 6,
})
const happenings = fc.array(fc.tuple(fc.nat(20), fc.nat(5), fc.nat(5)), { maxLength: 40 })

test('[P5] [P6] whatever happens in whatever order, the copy is right about its version, and live only at the newest heard of', () => {
  fc.assert(
    fc.property(histories, happenings, (history, sequence) => {
      const lists = history.map((names) => names.map((driver_name) => ({ driver_name })))
      const listOf = (index: number) => lists[index % lists.length] ?? []
      const versionOf = (index: number) => (index % lists.length) + 1
      let sync: Sync = { phase: 'connecting', replica: emptyReplica, newest: undefined, divergences: 0 }
      let heard = 0
      for (const [what, a, b] of sequence) {
        const [from, to] = [Math.min(versionOf(a), versionOf(b)), Math.max(versionOf(a), versionOf(b))]
        const messages = [
          all(versionOf(a), listOf(a)),
          current(versionOf(a), listOf(a)),
          ...(from < to ? [update(from, listOf(from - 1), to, listOf(to - 1))] : []),
        ]
        const others = [
          events.opened,
          events.closed,
          events.check_due,
          events.connect_due,
          events.silence,
          events.unreadable,
        ]
        const message = messages[what]
        const event: SyncEvent = message
          ? { kind: 'message', message }
          : (others[what % others.length] ?? { kind: 'woke', silent: false })
        if (event.kind === 'opened') heard = 0
        const listening = sync.phase !== 'waiting' && sync.phase !== 'connecting'
        if (event.kind === 'message' && listening) heard = Math.max(heard, event.message.data.version)
        sync = step(sync, event).sync
        const { version, drivers } = sync.replica
        if (version > 0) expect([...drivers.keys()].sort()).toEqual([...(history[version - 1] ?? [])].sort())
        if (sync.phase === 'live') expect(version).toBeGreaterThanOrEqual(heard)
        expect(sync.divergences).toBe(0)
      }
    }),
    { numRuns: 3000 },
  )
})
