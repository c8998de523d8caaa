import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksumOf, formatChecksum } from './checksum.ts'
import { diffDrivers, squash } from './diff.ts'
import { byName, type Driver, type Drivers } from './driver.ts'
import { defaultEvent, type Event } from './event.ts'
import { type AllDrivers, allDriversSchema, type UpdateDrivers, updateDriversSchema } from './protocol.ts'
import { emptyReplica, type Replica, receiveAll, receiveUpdate } from './replica.ts'

/** One version of one log, as the server had it. */
interface Version {
  readonly log: string
  readonly version: number
  readonly drivers: Drivers
  readonly event: Event
}

type Message = AllDrivers | UpdateDrivers

const name = fc.constantFrom('Ann', 'Bob', '__proto__', 'constructor', 'hasOwnProperty', '🏁 Zoë')
const driver: fc.Arbitrary<Driver> = fc.record(
  { driver_name: name, car: fc.constantFrom('Miata', 'S2000', 'GT86') },
  { noNullPrototype: true },
)
const drivers: fc.Arbitrary<Drivers> = fc.array(driver, { maxLength: 5 }).map(byName)
const event = fc.constantFrom(defaultEvent('Spring'), defaultEvent('Autumn'))

/** A log that may begin anywhere, so that an older log may well have higher versions. */
function logCalled(log: string): fc.Arbitrary<readonly Version[]> {
  const content = fc.array(fc.record({ drivers, event }), { minLength: 1, maxLength: 8 })
  return fc
    .tuple(fc.integer({ min: 1, max: 12 }), content)
    .map(([first, contents]) => contents.map((one, index) => ({ ...one, log, version: first + index })))
}

const server = fc.tuple(logCalled('first'), logCalled('second'))

/** What the server may have sent at some time: which log, from which version to which, whole or as changes, bare or not. */
const delivery = fc.record({
  log: fc.nat(1),
  from: fc.nat(7),
  to: fc.nat(7),
  whole: fc.boolean(),
  sayFrom: fc.boolean(),
})

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function whole({ log, version, drivers, event }: Version): AllDrivers {
  const data = { log, version, drivers: [...drivers.values()], event, at: version, source_at: 1, hash: hashOf(drivers) }
  return overTheWire(allDriversSchema, { source: 'server', action: 'all_drivers', data })
}

/** The changes from the first of these versions to the last, as one message. */
function changes(versions: readonly Version[], sayFrom = true): UpdateDrivers {
  const first = pick(versions, 0)
  const last = pick(versions, versions.length - 1)
  const steps = versions.slice(1).map((one, index) => diffDrivers(pick(versions, index).drivers, one.drivers))
  const { create, update, destroy } = squash(steps)
  const news = versions.findLast((one, index) => index > 0 && pick(versions, index - 1).event !== one.event)?.event
  const data = {
    log: last.log,
    version: last.version,
    at: last.version,
    hash: hashOf(last.drivers),
    drivers: { create: [...create], update: [...update], destroy: [...destroy] },
    ...(sayFrom || versions.length !== 2 ? { from: first.version } : {}),
    ...(news ? { event: news } : {}),
  }
  return overTheWire(updateDriversSchema, { source: 'server', action: 'update_drivers', data })
}

function overTheWire<Sent>(schema: { parse(data: unknown): Sent }, message: Sent): Sent {
  return schema.parse(JSON.parse(JSON.stringify(message)))
}

function hashOf(drivers: Drivers): string {
  return formatChecksum(checksumOf(drivers))
}

/** The browser's rule: a gap leaves everything as it is. */
function receive(replica: Replica, message: Message): Replica {
  if (message.action === 'all_drivers') return receiveAll(replica, message)
  const received = receiveUpdate(replica, message)
  return received === 'gap' ? replica : received
}

function expectRight(replica: Replica, logs: readonly (readonly Version[])[]): void {
  const truth = logs.flat().find(({ log, version }) => log === replica.log && version === replica.version)
  expect(replica.drivers).toEqual(truth?.drivers)
  expect(replica.event).toEqual(truth?.event)
  expect(replica.hash).toBe(hashOf(replica.drivers))
  expect(replica.at).toBe(replica.version)
}

test('[P1] [P5] [P6] [P7] whatever is lost, repeated, late or squashed, a replica is right about its version', () => {
  fc.assert(
    fc.property(server, fc.array(delivery, { maxLength: 40 }), (logs, deliveries) => {
      let replica = emptyReplica
      for (const { log, from, to, whole: everything, sayFrom } of deliveries) {
        const versions = pick(logs, log)
        const [first, last] = [from % versions.length, to % versions.length].sort((a, b) => a - b)
        const message =
          everything || first === last
            ? whole(pick(versions, to))
            : changes(versions.slice(first, (last ?? 0) + 1), sayFrom)
        const before = replica
        replica = receive(replica, message)
        if (replica.version > 0) expectRight(replica, logs)
        if (replica.log === before.log) expect(replica.version).toBeGreaterThanOrEqual(before.version)
        expect(receive(replica, message)).toEqual(replica)
      }
    }),
    { numRuns: 500 },
  )
})

test('[P5] every revision in order, and a catch-up from any version behind, bring a replica to the newest', () => {
  fc.assert(
    fc.property(logCalled('first'), fc.nat(7), (versions, start) => {
      const newest = pick(versions, versions.length - 1)
      const at = start % versions.length
      let replica = receiveAll(emptyReplica, whole(pick(versions, at)))
      for (let index = at + 1; index < versions.length; index += 1) {
        const received = receiveUpdate(replica, changes(versions.slice(index - 1, index + 1), false))
        if (received === 'gap') throw new Error('a gap where there is none')
        replica = received
        expect(replica.version).toBe(pick(versions, index).version)
      }
      expect(replica.version).toBe(newest.version)
      expectRight(replica, [versions])

      const behind = receiveAll(emptyReplica, whole(pick(versions, at)))
      for (let from = 0; from <= at; from += 1) {
        if (from === versions.length - 1) continue
        const caughtUp = receiveUpdate(behind, changes(versions.slice(from)))
        if (caughtUp === 'gap') throw new Error('a gap where there is none')
        expect(caughtUp.version).toBe(newest.version)
        expectRight(caughtUp, [versions])
      }
    }),
  )
})

describe('one message at a time', () => {
  const versions: readonly Version[] = [
    { log: 'first', version: 7, drivers: byName([{ driver_name: 'Ann' }]), event: defaultEvent('Spring') },
    { log: 'first', version: 8, drivers: byName([{ driver_name: 'Bob' }]), event: defaultEvent('Spring') },
    { log: 'first', version: 9, drivers: byName([{ driver_name: 'Cid' }]), event: defaultEvent('Autumn') },
  ]
  const [seven, eight, nine] = [pick(versions, 0), pick(versions, 1), pick(versions, 2)]
  const at = (version: Version) => receiveAll(emptyReplica, whole(version))

  test('[P5] changes are nothing to a replica that has nothing', () => {
    expect(receiveUpdate(emptyReplica, changes([seven, eight]))).toBe('gap')
    const bare = changes(
      [
        { ...seven, version: 0 },
        { ...eight, version: 1 },
      ],
      false,
    )
    const { log: _, ...data } = bare.data
    expect(receiveUpdate(emptyReplica, { ...bare, data })).toBe('gap')
  })

  test('[P5] changes that begin after what the replica has are a gap, with and without from', () => {
    expect(receiveUpdate(at(seven), changes([eight, nine]))).toBe('gap')
    expect(receiveUpdate(at(seven), changes([eight, nine], false))).toBe('gap')
  })

  test('[P5] late or repeated changes give the same replica back', () => {
    const replica = at(nine)
    for (const late of [
      [seven, eight],
      [eight, nine],
      [seven, eight, nine],
    ]) {
      expect(receiveUpdate(replica, changes(late))).toBe(replica)
      expect(receiveUpdate(replica, changes(late, false))).toBe(replica)
    }
  })

  test('[P5] changes of another log are a gap, whether newer or older', () => {
    const foreign = versions.map((one) => ({ ...one, log: 'second' }))
    expect(receiveUpdate(at(eight), changes(foreign.slice(1)))).toBe('gap')
    expect(receiveUpdate(at(nine), changes(foreign.slice(0, 2)))).toBe('gap')
  })

  test('[P5] a bare server names no log, and its messages fit together', () => {
    const bare = <Sent extends Message>({ data: { log: _, ...data }, ...rest }: Sent) => ({ ...rest, data })
    const replica = receiveAll(emptyReplica, bare(whole(seven)) as AllDrivers)
    expect(receiveUpdate(replica, bare(changes([seven, eight], false)) as UpdateDrivers)).toMatchObject({ version: 8 })
    expect(receiveUpdate(at(seven), bare(changes([seven, eight], false)) as UpdateDrivers)).toBe('gap')
  })

  test('[P6] an older list of the same log gives the same replica back', () => {
    const replica = at(nine)
    expect(receiveAll(replica, whole(seven))).toBe(replica)
  })

  test('[P6] a list of another log is taken, also when its version is lower', () => {
    const foreign = { ...seven, log: 'second', version: 1 }
    expect(receiveAll(at(nine), whole(foreign))).toMatchObject({ log: 'second', version: 1, drivers: seven.drivers })
  })

  test('[P6] [P10] a list of the same version is taken: it heals a replica that went wrong', () => {
    const wrong: Replica = { ...at(nine), drivers: byName([{ driver_name: 'Nobody' }]) }
    expect(receiveAll(wrong, whole(nine))).toEqual(at(nine))
  })

  test('what is known about a version comes and goes with it; the event stays until it changes', () => {
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
    const moved = receiveUpdate(at(seven), changes([seven, eight]))
    expect(moved).toMatchObject({
      version: 8,
      at: 8,
      sourceAt: undefined,
      hash: hashOf(eight.drivers),
      event: seven.event,
    })
  })

  test('records that did not change keep their identity', () => {
    const before = at({ ...seven, drivers: byName([{ driver_name: 'Ann' }, { driver_name: 'Bob' }]) })
    const after = { ...eight, drivers: byName([{ driver_name: 'Ann' }, { driver_name: 'Bob', car: 'GT86' }]) }
    const received = receiveUpdate(before, changes([{ ...seven, drivers: before.drivers }, after]))
    if (received === 'gap') throw new Error('a gap where there is none')
    expect(received.drivers.get('Ann')).toBe(before.drivers.get('Ann'))
    expect(received.drivers.get('Bob')).toEqual({ driver_name: 'Bob', car: 'GT86' })
  })
})
