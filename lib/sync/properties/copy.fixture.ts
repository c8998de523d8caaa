import assert from 'node:assert/strict'
import type { AllDrivers, UpdateDrivers } from '../protocol.ts'
import { type Replica, receiveAll, receiveUpdate } from '../replica.ts'
import { hashOf, publishedAt, type Version } from './logs.fixture.ts'
import { assertSameList, textOf } from './same-list.fixture.ts'

/** The browser's rule: a gap leaves everything as it is. */
export function receive(replica: Replica, message: AllDrivers | UpdateDrivers): Replica {
  if (message.action === 'all_drivers') return receiveAll(replica, message)
  const received = receiveUpdate(replica, message)
  return received === 'gap' ? replica : received
}

/** What came of changes that the copy must have been able to take. */
export function taken(received: Replica | 'gap'): Replica {
  if (received === 'gap') throw new Error('a gap where there is none')
  return received
}

/** The copy is what its version was, and knows about it what the messages said. */
export function assertRight(replica: Replica, versions: readonly Version[]): void {
  const truth = versions.find(({ log, version }) => log === replica.log && version === replica.version)
  if (!truth) throw new Error(`a version that never was: ${replica.version}`)
  assertSameList(replica.drivers, truth.drivers)
  assert.deepEqual(replica.event, truth.event)
  assert.equal(replica.hash, hashOf(truth.drivers))
  assert.equal(hashOf(replica.drivers), replica.hash)
  assert.equal(replica.at, publishedAt(truth))
  assert.equal(replica.sourceAt, truth.sourceAt)
}

/** A record that did not change is the same object. */
export function assertIdentityKept(before: Replica, after: Replica): void {
  for (const [name, driver] of after.drivers) {
    const old = before.drivers.get(name)
    if (old && textOf(old) === textOf(driver)) assert.ok(old === driver, 'the same record in another object')
  }
}
