import assert from 'node:assert/strict'
import type { AllDrivers, UpdateDrivers } from '../protocol.ts'
import { type Replica, receiveAll, receiveUpdate } from '../replica.ts'
import { hashOf, publishedAt, type Version } from './logs.fixture.ts'
import { assertSameList, textOf } from './same-list.fixture.ts'

/** Applies a message like a browser: a gap changes nothing. */
export function receive(replica: Replica, message: AllDrivers | UpdateDrivers): Replica {
  if (message.action === 'all_drivers') return receiveAll(replica, message)
  const received = receiveUpdate(replica, message)
  return received === 'gap' ? replica : received
}

/** The replica after changes that must not be a gap. */
export function notGap(received: Replica | 'gap'): Replica {
  if (received === 'gap') throw new Error('unexpected gap')
  return received
}

/** The replica has the list and the metadata of its version. */
export function assertCorrect(replica: Replica, versions: readonly Version[]): void {
  const truth = versions.find(({ log, version }) => log === replica.log && version === replica.version)
  if (!truth) throw new Error(`no such version: ${replica.version}`)
  assertSameList(replica.drivers, truth.drivers)
  assert.deepEqual(replica.event, truth.event)
  assert.equal(replica.hash, hashOf(truth.drivers))
  assert.equal(hashOf(replica.drivers), replica.hash)
  assert.equal(replica.at, publishedAt(truth))
  assert.equal(replica.sourceAt, truth.sourceAt)
}

/** An unchanged record is the same object. */
export function assertIdentityKept(before: Replica, after: Replica): void {
  for (const [name, driver] of after.drivers) {
    const old = before.drivers.get(name)
    if (old && textOf(old) === textOf(driver)) assert.ok(old === driver, 'an unchanged record has a new identity')
  }
}
