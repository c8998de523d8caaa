import { expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { changes, hashOf, publishedAt, type Version, whole } from './properties/logs.fixture.ts'
import type { AllDrivers } from './protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from './replica.ts'

// The properties of all messages in any order are in properties/replica-properties.fixture.ts.

const [spring, autumn] = [defaultEvent('Spring'), defaultEvent('Autumn')]
const [seven, eight, nine]: readonly [Version, Version, Version] = [
  { log: 'first', version: 7, drivers: byName([{ driver_name: 'Ann' }]), event: spring, sourceAt: 1 },
  { log: 'first', version: 8, drivers: byName([{ driver_name: 'Bob' }]), event: spring, sourceAt: undefined },
  { log: 'first', version: 9, drivers: byName([{ driver_name: 'Cid' }]), event: autumn, sourceAt: 3 },
]
const at = (version: Version) => receiveAll(emptyReplica, whole(version))
const squashed = (...versions: readonly Version[]) => changes(versions, true)
const inOneStep = (before: Version, after: Version) => changes([before, after], false)

test('[P5] changes are a gap when the replica has no list', () => {
  expect(receiveUpdate(emptyReplica, squashed(seven, eight))).toBe('gap')
  const [first, second] = [
    { ...seven, log: undefined, version: 0 },
    { ...eight, log: undefined, version: 1 },
  ]
  expect(receiveUpdate(emptyReplica, inOneStep(first, second))).toBe('gap')
})

test('[P5] changes are a gap when they start after the replica’s version, with and without `from`', () => {
  expect(receiveUpdate(at(seven), squashed(eight, nine))).toBe('gap')
  expect(receiveUpdate(at(seven), inOneStep(eight, nine))).toBe('gap')
})

test('[P5] late or repeated changes return the same replica', () => {
  const replica = at(nine)
  for (const late of [inOneStep(seven, eight), inOneStep(eight, nine), squashed(seven, eight, nine)]) {
    expect(receiveUpdate(replica, late)).toBe(replica)
  }
})

test('[P5] changes of another log are a gap, whether newer or older', () => {
  const foreign = (version: Version) => ({ ...version, log: 'second' })
  expect(receiveUpdate(at(eight), inOneStep(foreign(eight), foreign(nine)))).toBe('gap')
  expect(receiveUpdate(at(nine), inOneStep(foreign(seven), foreign(eight)))).toBe('gap')
})

test('[P5] changes without a log apply only to a replica without a log', () => {
  const bare = (version: Version) => ({ ...version, log: undefined })
  expect(receiveUpdate(at(bare(seven)), inOneStep(bare(seven), bare(eight)))).toMatchObject({ version: 8 })
  expect(receiveUpdate(at(seven), inOneStep(bare(seven), bare(eight)))).toBe('gap')
})

test('[P6] an older list of the same log returns the same replica', () => {
  const replica = at(nine)
  expect(receiveAll(replica, whole(seven))).toBe(replica)
})

test('[P6] a list of another log is applied, also when its version is lower', () => {
  const foreign = { ...seven, log: 'second', version: 1 }
  expect(receiveAll(at(nine), whole(foreign))).toMatchObject({ log: 'second', version: 1, drivers: seven.drivers })
})

test('[P6] [P10] a list of the same version is applied, so that it repairs a wrong replica', () => {
  const wrong: Replica = { ...at(nine), drivers: byName([{ driver_name: 'Nobody' }]) }
  expect(receiveAll(wrong, whole(nine))).toEqual(at(nine))
})

test('metadata of a version is replaced with it, and the event is kept until a message has a new one', () => {
  const bare: AllDrivers = {
    source: 'server',
    action: 'all_drivers',
    data: { version: 10, log: 'first', drivers: [] },
  }
  expect(receiveAll(at(nine), bare)).toEqual({
    log: 'first',
    version: 10,
    drivers: new Map(),
    event: nine.event,
    at: undefined,
    sourceAt: undefined,
    hash: undefined,
  })
  expect(receiveUpdate(at(seven), inOneStep(seven, eight))).toMatchObject({
    version: 8,
    at: publishedAt(eight),
    sourceAt: undefined,
    hash: hashOf(eight.drivers),
    event: seven.event,
  })
})

test('unchanged records keep their identity when changes are applied', () => {
  const before = at({ ...seven, drivers: byName([{ driver_name: 'Ann' }, { driver_name: 'Bob' }]) })
  const after = { ...eight, drivers: byName([{ driver_name: 'Ann' }, { driver_name: 'Bob', car: 'GT86' }]) }
  const received = receiveUpdate(before, inOneStep({ ...seven, drivers: before.drivers }, after))
  if (received === 'gap') throw new Error('unexpected gap')
  expect(received.drivers.get('Ann')).toBe(before.drivers.get('Ann'))
  expect(received.drivers.get('Bob')).toEqual({ driver_name: 'Bob', car: 'GT86' })
})

test('[P2] a list of another log without an event removes the event of the old log', () => {
  const data = { version: 1, log: 'another', drivers: [] }
  expect(receiveAll(at(seven), { source: 'server', action: 'all_drivers', data }).event).toBeUndefined()
  expect(at(seven).event).toBeDefined()
})
