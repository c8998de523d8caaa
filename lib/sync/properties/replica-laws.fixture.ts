import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AllDrivers, UpdateDrivers } from '../protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from '../replica.ts'
import { assertIdentityKept, assertRight, receive, taken } from './copy.fixture.ts'
import { type Law, law } from './law.fixture.ts'
import { pick } from './lists.fixture.ts'
import { changes, logCalled, type Version, whole } from './logs.fixture.ts'
import { assertSameList } from './same-list.fixture.ts'

/**
 * What a server may have sent at some time: which log, from which version to which, whole or as changes, bare or not.
 */
export const delivery = fc.record({
  log: fc.nat(2),
  from: fc.nat(7),
  to: fc.nat(7),
  whole: fc.boolean(),
  sayFrom: fc.boolean(),
})

export const logs = fc.tuple(logCalled('first'), logCalled('second'), logCalled(undefined))
const versionAtAnyEdge = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: Number.MAX_SAFE_INTEGER - 3, max: Number.MAX_SAFE_INTEGER }),
)
const logName = fc.constantFrom('first', 'second', undefined)

/** What lib/sync/replica.ts promises of a copy, whatever becomes of its messages. */
export const replicaLaws: readonly Law[] = [
  law(
    ['P1', 'P5', 'P6', 'P7'],
    'whatever is lost, repeated, late or squashed, a copy is right',
    fc.property(logs, fc.array(delivery, { maxLength: 16 }), (logs, deliveries) => {
      let replica = emptyReplica
      for (const delivery of deliveries) {
        const message = messageOf(pick(logs, delivery.log), delivery)
        const before = replica
        replica = receive(before, message)
        if (replica.version > 0) assertRight(replica, logs.flat())
        if (replica.log === before.log) assert.ok(replica.version >= before.version, 'a copy went back')
        if (replica === before) continue
        assertSameReplica(receive(replica, message), replica)
        if (message.action === 'update_drivers') assertIdentityKept(before, replica)
      }
    }),
  ),
  law(
    ['P5'],
    'every revision in order, and every catch-up, brings a copy to the newest',
    fc.property(logCalled('first'), fc.nat(7), (versions, start) => {
      const at = start % versions.length
      let inOrder = receiveAll(emptyReplica, whole(pick(versions, at)))
      const behind = inOrder
      for (let next = at + 1; next < versions.length; next += 1) {
        inOrder = taken(receiveUpdate(inOrder, changes(versions.slice(next - 1, next + 1), false)))
        assert.equal(inOrder.version, pick(versions, next).version)
        assertRight(inOrder, versions)
      }
      for (let from = 0; from <= at && at < versions.length - 1; from += 1) {
        const caughtUp = taken(receiveUpdate(behind, changes(versions.slice(from), true)))
        assert.equal(caughtUp.version, versions.at(-1)?.version)
        assertRight(caughtUp, versions)
      }
    }),
  ),
  law(
    ['P5'],
    'changes are taken exactly when they start at or before the copy, and end after it',
    fc.property(logName, versionAtAnyEdge, logName, versionAtAnyEdge, fc.option(versionAtAnyEdge), (...given) => {
      const [log, mine, otherLog, version, from] = given
      const replica = { ...emptyReplica, log, version: mine }
      const update = emptyUpdate(otherLog, version, from ?? undefined)
      const received = receiveUpdate(replica, update)
      if (otherLog !== log) assert.equal(received, 'gap')
      else if (version <= mine) assert.equal(received, replica)
      else if (mine >= (from ?? version - 1)) assert.equal(taken(received).version, version)
      else assert.equal(received, 'gap')
      assert.equal(receiveUpdate({ ...replica, version: 0 }, update), 'gap')
    }),
  ),
  law(
    ['P6'],
    'a list is taken exactly when its log is another one or its version is not older',
    fc.property(logName, versionAtAnyEdge, logName, versionAtAnyEdge, (log, mine, otherLog, version) => {
      const replica = { ...emptyReplica, log, version: mine }
      const message: AllDrivers = {
        source: 'server',
        action: 'all_drivers',
        data: { version, drivers: [{ driver_name: 'Ann' }], ...(otherLog === undefined ? {} : { log: otherLog }) },
      }
      const isTaken = otherLog !== log || version >= mine
      const received = receiveAll(replica, message)
      if (isTaken) assert.deepEqual([received.log, received.version, received.drivers.size], [otherLog, version, 1])
      else assert.equal(received, replica)
      // A copy that was found to be wrong has no version, and takes what it gets.
      assert.equal(receiveAll({ ...replica, version: 0 }, message).version, version)
    }),
  ),
]

export function messageOf(
  versions: readonly Version[],
  { from, to, whole: all, sayFrom }: { from: number; to: number; whole: boolean; sayFrom: boolean },
): AllDrivers | UpdateDrivers {
  const [one, other] = [from % versions.length, to % versions.length]
  if (all || one === other) return whole(pick(versions, other))
  return changes(versions.slice(Math.min(one, other), Math.max(one, other) + 1), sayFrom)
}

/** Changes of nothing. */
function emptyUpdate(log: string | undefined, version: number, from: number | undefined): UpdateDrivers {
  const data = {
    version,
    drivers: { create: [], update: [], destroy: [] },
    ...(log === undefined ? {} : { log }),
    ...(from === undefined ? {} : { from }),
  }
  return { source: 'server', action: 'update_drivers', data }
}

/** Lists are compared by what they say: not all of them are Maps. */
function assertSameReplica({ drivers, ...rest }: Replica, { drivers: others, ...otherwise }: Replica): void {
  assert.deepEqual(rest, otherwise)
  assertSameList(drivers, others)
}
