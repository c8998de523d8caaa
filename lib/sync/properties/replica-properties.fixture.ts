import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AllDrivers, UpdateDrivers } from '../protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from '../replica.ts'
import { pick } from './lists.fixture.ts'
import { changes, logCalled, type Version, whole } from './logs.fixture.ts'
import { type Property, property } from './property.fixture.ts'
import { assertCorrect, assertIdentityKept, notGap, receive } from './replica.fixture.ts'
import { assertSameList } from './same-list.fixture.ts'

/** A message that a server can have sent: its log, its versions, a whole list or changes, with `from` or without. */
export const delivery = fc.record({
  log: fc.nat(2),
  from: fc.nat(7),
  to: fc.nat(7),
  whole: fc.boolean(),
  withFrom: fc.boolean(),
})

export const logs = fc.tuple(logCalled('first'), logCalled('second'), logCalled(undefined))
const versionAtAnyEdge = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: Number.MAX_SAFE_INTEGER - 3, max: Number.MAX_SAFE_INTEGER }),
)
const logName = fc.constantFrom('first', 'second', undefined)

/** The properties of lib/sync/replica.ts for messages that are lost, late, repeated or squashed. */
export const replicaProperties: readonly Property[] = [
  property(
    ['P1', 'P5', 'P6', 'P7'],
    'a replica is right after lost, repeated, late or squashed messages',
    fc.property(logs, fc.array(delivery, { maxLength: 16 }), (logs, deliveries) => {
      let replica = emptyReplica
      for (const delivery of deliveries) {
        const message = messageOf(pick(logs, delivery.log), delivery)
        const before = replica
        replica = receive(before, message)
        if (replica.version > 0) assertCorrect(replica, logs.flat())
        if (replica.log === before.log) assert.ok(replica.version >= before.version, 'the version went down')
        if (replica === before) continue
        assertSameReplica(receive(replica, message), replica)
        if (message.action === 'update_drivers') assertIdentityKept(before, replica)
      }
    }),
  ),
  property(
    ['P5'],
    'all revisions in order, and each catch-up, lead a replica to the newest version',
    fc.property(logCalled('first'), fc.nat(7), (versions, start) => {
      const at = start % versions.length
      let inOrder = receiveAll(emptyReplica, whole(pick(versions, at)))
      const behind = inOrder
      for (let next = at + 1; next < versions.length; next += 1) {
        inOrder = notGap(receiveUpdate(inOrder, changes(versions.slice(next - 1, next + 1), false)))
        assert.equal(inOrder.version, pick(versions, next).version)
        assertCorrect(inOrder, versions)
      }
      for (let from = 0; from <= at && at < versions.length - 1; from += 1) {
        const caughtUp = notGap(receiveUpdate(behind, changes(versions.slice(from), true)))
        assert.equal(caughtUp.version, versions.at(-1)?.version)
        assertCorrect(caughtUp, versions)
      }
    }),
  ),
  property(
    ['P5'],
    'changes apply exactly when they start at or before the version and end after it',
    fc.property(logName, versionAtAnyEdge, logName, versionAtAnyEdge, fc.option(versionAtAnyEdge), (...values) => {
      const [log, mine, otherLog, version, from] = values
      const replica = { ...emptyReplica, log, version: mine }
      const update = emptyUpdate(otherLog, version, from ?? undefined)
      const received = receiveUpdate(replica, update)
      if (otherLog !== log) assert.equal(received, 'gap')
      else if (version <= mine) assert.equal(received, replica)
      else if (mine >= (from ?? version - 1)) assert.equal(notGap(received).version, version)
      else assert.equal(received, 'gap')
      assert.equal(receiveUpdate({ ...replica, version: 0 }, update), 'gap')
    }),
  ),
  property(
    ['P6'],
    'a whole list applies exactly when its log is different or its version not older',
    fc.property(logName, versionAtAnyEdge, logName, versionAtAnyEdge, (log, mine, otherLog, version) => {
      const replica = { ...emptyReplica, log, version: mine }
      const message: AllDrivers = {
        source: 'server',
        action: 'all_drivers',
        data: { version, drivers: [{ driver_name: 'Ann' }], ...(otherLog === undefined ? {} : { log: otherLog }) },
      }
      const isApplied = otherLog !== log || version >= mine
      const received = receiveAll(replica, message)
      if (isApplied) assert.deepEqual([received.log, received.version, received.drivers.size], [otherLog, version, 1])
      else assert.equal(received, replica)
      // A replica without a version, as after a divergence, applies any list.
      assert.equal(receiveAll({ ...replica, version: 0 }, message).version, version)
    }),
  ),
]

export function messageOf(
  versions: readonly Version[],
  { from, to, whole: all, withFrom }: { from: number; to: number; whole: boolean; withFrom: boolean },
): AllDrivers | UpdateDrivers {
  const [one, other] = [from % versions.length, to % versions.length]
  if (all || one === other) return whole(pick(versions, other))
  return changes(versions.slice(Math.min(one, other), Math.max(one, other) + 1), withFrom)
}

/** An update without any changes. */
function emptyUpdate(log: string | undefined, version: number, from: number | undefined): UpdateDrivers {
  const data = {
    version,
    drivers: { create: [], update: [], destroy: [] },
    ...(log === undefined ? {} : { log }),
    ...(from === undefined ? {} : { from }),
  }
  return { source: 'server', action: 'update_drivers', data }
}

/** Compares the lists by their content, because not all of them are Maps. */
function assertSameReplica({ drivers, ...rest }: Replica, { drivers: others, ...otherRest }: Replica): void {
  assert.deepEqual(rest, otherRest)
  assertSameList(drivers, others)
}
