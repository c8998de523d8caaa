import { checksumOf, formatChecksum } from '../list/checksum.ts'
import { diffDrivers, squash } from '../list/diff.ts'
import { byName, type Driver, type Drivers } from '../record/driver.ts'
import { emptyReplica, type Replica } from './replica.ts'
import type { Effect, ListMessage, Phase, Sync, SyncEvent } from './sync.ts'

// Messages and events for tests of sync.ts, and the expected outcome of each event in each phase. docs/PROTOCOL.md
// shows the same table.

const log = 'this'
const hashOf = (drivers: Drivers) => formatChecksum(checksumOf(drivers))

function replicaOf(version: number, drivers: readonly Driver[]): Replica {
  const list = byName(drivers)
  return { ...emptyReplica, log, version, drivers: list, hash: hashOf(list) }
}

export function all(version: number, drivers: readonly Driver[]): ListMessage {
  const hash = hashOf(byName(drivers))
  return { source: 'server', action: 'all_drivers', data: { log, version, drivers: [...drivers], hash } }
}

/** The squashed changes from the first list to the last; a replica at any list in between can apply them too. */
export function update(from: number, ...lists: readonly (readonly Driver[])[]): ListMessage {
  const version = from + lists.length - 1
  const after = lists.at(-1) ?? []
  const steps = lists.slice(1).map((list, index) => diffDrivers(byName(lists[index] ?? []), byName(list)))
  const { create, update, destroy } = squash(steps)
  const drivers = { create: [...create], update: [...update], destroy: [...destroy] }
  const hash = hashOf(byName(after))
  return { source: 'server', action: 'update_drivers', data: { log, from, version, drivers, hash } }
}

export function current(version: number, drivers: readonly Driver[]): ListMessage {
  const data = { log, version, at: 0, now: 0, hash: hashOf(byName(drivers)) }
  return { source: 'server', action: 'current_version', data }
}

export const joan: Driver = { driver_name: 'Joan' }
export const wil: Driver = { driver_name: 'Wil' }

const replica = replicaOf(5, [joan])

export const mine = (phase: Phase): Sync => ({ phase, replica, newest: undefined, divergences: 0, unreported: 0 })

export const events = {
  opened: { kind: 'opened' },
  closed: { kind: 'closed' },
  'my version': { kind: 'message', message: current(5, [joan]) },
  'a newer version': { kind: 'message', message: current(6, [wil]) },
  'another checksum': { kind: 'message', message: current(5, [wil]) },
  'the next update': { kind: 'message', message: update(5, [joan], [wil]) },
  'an update too far': { kind: 'message', message: update(6, [joan], [wil]) },
  'the whole list': { kind: 'message', message: all(7, [wil]) },
  'an invalid message': { kind: 'invalid_message' },
  'own checksum mismatch': { kind: 'checksum_mismatch', replica },
  check_due: { kind: 'check_due' },
  connect_due: { kind: 'connect_due' },
  silence: { kind: 'silence' },
  'resumed, heard lately': { kind: 'resumed', silent: false },
  'resumed, silent': { kind: 'resumed', silent: true },
} as const satisfies Record<string, SyncEvent>

export type Cell = Phase | `${Phase}, ${Effect}`

export const expected: Readonly<Record<Phase, Readonly<Record<keyof typeof events, Cell>>>> = {
  waiting: {
    opened: 'checking, send_check',
    closed: 'waiting',
    'my version': 'waiting',
    'a newer version': 'waiting',
    'another checksum': 'waiting',
    'the next update': 'waiting',
    'an update too far': 'waiting',
    'the whole list': 'waiting',
    'an invalid message': 'waiting',
    'own checksum mismatch': 'waiting',
    check_due: 'waiting',
    connect_due: 'connecting, reconnect',
    silence: 'waiting',
    'resumed, heard lately': 'connecting, reconnect',
    'resumed, silent': 'connecting, reconnect',
  },
  connecting: {
    opened: 'checking, send_check',
    closed: 'waiting, schedule_connect',
    'my version': 'connecting',
    'a newer version': 'connecting',
    'another checksum': 'connecting',
    'the next update': 'connecting',
    'an update too far': 'connecting',
    'the whole list': 'connecting',
    'an invalid message': 'connecting',
    'own checksum mismatch': 'connecting',
    check_due: 'connecting',
    connect_due: 'connecting',
    silence: 'connecting, reconnect',
    'resumed, heard lately': 'connecting',
    'resumed, silent': 'connecting, reconnect',
  },
  checking: {
    opened: 'checking, send_check',
    closed: 'waiting, schedule_connect',
    'my version': 'live',
    'a newer version': 'behind, schedule_check',
    'another checksum': 'behind, schedule_check',
    'the next update': 'live',
    'an update too far': 'checking',
    'the whole list': 'live',
    'an invalid message': 'behind, schedule_check',
    'own checksum mismatch': 'behind, schedule_check',
    check_due: 'checking',
    connect_due: 'checking',
    silence: 'connecting, reconnect',
    'resumed, heard lately': 'checking, send_check',
    'resumed, silent': 'connecting, reconnect',
  },
  behind: {
    opened: 'checking, send_check',
    closed: 'waiting, schedule_connect',
    'my version': 'live',
    'a newer version': 'behind',
    'another checksum': 'behind',
    'the next update': 'live',
    'an update too far': 'behind',
    'the whole list': 'live',
    'an invalid message': 'behind',
    'own checksum mismatch': 'behind',
    check_due: 'checking, send_check',
    connect_due: 'behind',
    silence: 'connecting, reconnect',
    'resumed, heard lately': 'checking, send_check',
    'resumed, silent': 'connecting, reconnect',
  },
  live: {
    opened: 'checking, send_check',
    closed: 'waiting, schedule_connect',
    'my version': 'live',
    'a newer version': 'behind, schedule_check',
    'another checksum': 'behind, schedule_check',
    'the next update': 'live',
    'an update too far': 'behind, schedule_check',
    'the whole list': 'live',
    'an invalid message': 'behind, schedule_check',
    'own checksum mismatch': 'behind, schedule_check',
    check_due: 'live',
    connect_due: 'live',
    silence: 'connecting, reconnect',
    'resumed, heard lately': 'checking, send_check',
    'resumed, silent': 'connecting, reconnect',
  },
}
