import fc from 'fast-check'
import { checksumOf, formatChecksum } from '../../list/checksum.ts'
import { squash } from '../../list/diff.ts'
import type { Drivers } from '../../record/driver.ts'
import { defaultEvent, type Event } from '../../record/event.ts'
import { type AllDrivers, allDriversSchema, type UpdateDrivers, updateDriversSchema } from '../protocol.ts'
import { histories, pick, stepsOf } from './lists.fixture.ts'

/** One version of one log of the server. A bare server names no log. */
export interface Version {
  readonly log: string | undefined
  readonly version: number
  readonly drivers: Drivers
  readonly event: Event
  readonly sourceAt: number | undefined
}

const events = [defaultEvent('Spring'), defaultEvent('Autumn')]

/** The first version of a log by its number of versions: low, or such that the last one is an edge case of integers. */
export const firstVersion: fc.Arbitrary<(count: number) => number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((first) => () => first) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(2 ** 31 + 1, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER)
      .map((last) => (count: number) => last - count + 1),
  },
)

/** A log of up to eight versions. Its first version is random, so that an older log can have higher versions. */
export function logCalled(log: string | undefined): fc.Arbitrary<readonly Version[]> {
  const extras = fc.record({ event: fc.nat(1), sourceAt: fc.option(fc.nat(9), { nil: undefined }) })
  return fc
    .tuple(histories(1, 8), firstVersion, fc.array(extras, { minLength: 8, maxLength: 8 }))
    .map(([lists, first, extras]) =>
      lists.map((drivers, at) => {
        const { event, sourceAt } = pick(extras, at)
        return { log, version: first(lists.length) + at, drivers, event: pick(events, event), sourceAt }
      }),
    )
}

const hashes = new WeakMap<Drivers, string>()

/** The formatted checksum, computed once for each list. */
export function hashOf(drivers: Drivers): string {
  const hash = hashes.get(drivers) ?? formatChecksum(checksumOf(drivers))
  hashes.set(drivers, hash)
  return hash
}

/** The publishing time of a version in its messages. */
export function publishedAt({ version }: Version): number {
  return version - 1
}

/** The whole list of a version as a parsed message. */
export function whole(version: Version): AllDrivers {
  const data = { ...metadataOf(version), drivers: [...version.drivers.values()], event: version.event }
  return overTheWire(allDriversSchema, { source: 'server', action: 'all_drivers', data })
}

/** The changes from the first of these versions to the last as a parsed message. One step can omit `from`. */
export function changes(versions: readonly Version[], withFrom: boolean): UpdateDrivers {
  const first = pick(versions, 0)
  const last = pick(versions, versions.length - 1)
  const { create, update, destroy } = squash(stepsOf(versions.map(({ drivers }) => drivers)))
  const newEvent = versions.findLast((one, at) => at > 0 && pick(versions, at - 1).event !== one.event)?.event
  const data = {
    ...metadataOf(last),
    drivers: { create: [...create], update: [...update], destroy: [...destroy] },
    ...(withFrom || versions.length !== 2 ? { from: first.version } : {}),
    ...(newEvent ? { event: newEvent } : {}),
  }
  return overTheWire(updateDriversSchema, { source: 'server', action: 'update_drivers', data })
}

/** The metadata of a version, for both messages. */
function metadataOf(one: Version) {
  return {
    version: one.version,
    ...(one.log === undefined ? {} : { log: one.log }),
    at: publishedAt(one),
    ...(one.sourceAt === undefined ? {} : { source_at: one.sourceAt }),
    hash: hashOf(one.drivers),
  }
}

/** A message after its way over the wire: serialized as JSON and parsed by its schema. */
export function overTheWire<Message>(schema: { parse(data: unknown): Message }, message: Message): Message {
  return schema.parse(JSON.parse(JSON.stringify(message)))
}
