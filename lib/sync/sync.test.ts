import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { emptyReplica } from './replica.ts'
import { all, current, events, expected, joan, mine, update, wil } from './sync.fixture.ts'
import { type ListMessage, type Phase, type Sync, type SyncEvent, step } from './sync.ts'

const cells = Object.entries(expected).flatMap(([phase, row]) =>
  Object.entries(row).map(([event, cell]) => [phase as Phase, event as keyof typeof events, cell] as const),
)

describe('phase, event, expected outcome', () => {
  test.each(cells)('%s, %s: %s', (phase, event, cell) => {
    const next = step(mine(phase), events[event])
    expect([next.sync.phase, next.effect].filter(Boolean).join(', ')).toBe(cell)
  })

  test('[P10] a replica with a wrong checksum counts a divergence and asks for the whole list', () => {
    const { sync } = step(mine('live'), events['another checksum'])
    expect(sync).toMatchObject({ divergences: 1, replica: { version: 0 } })
  })

  test('[P10] divergences are unreported until an answer makes the replica live', () => {
    const once = { ...mine('checking'), divergences: 3, unreported: 1 }
    const { sync } = step(once, events['another checksum'])
    expect(sync).toMatchObject({ divergences: 4, unreported: 2 })
    expect(step(sync, events['the whole list']).sync).toMatchObject({ phase: 'live', divergences: 4, unreported: 0 })
  })

  test('[P9] an answer older than a broadcast that overtook it schedules another check', () => {
    const overtaken = step(mine('checking'), { kind: 'message', message: update(6, [joan], [wil]) }).sync
    const answered = step(overtaken, { kind: 'message', message: update(5, [joan], [joan, wil]) })
    expect([answered.sync.phase, answered.effect]).toEqual(['behind', 'schedule_check'])
  })

  test('a new connection forgets the newest version of the old one, because the server can be another', () => {
    const behind = step(mine('live'), { kind: 'message', message: current(9, [wil]) }).sync
    const reconnected = step(step(behind, { kind: 'closed' }).sync, { kind: 'opened' }).sync
    expect(step(reconnected, { kind: 'message', message: current(5, [joan]) }).sync.phase).toBe('live')
  })

  test('[P10] a checksum mismatch of a replica that a newer one has replaced changes nothing', () => {
    const { sync } = step(mine('live'), { kind: 'message', message: update(5, [joan], [wil]) })
    expect(step(sync, events['own checksum mismatch'])).toEqual({ sync })
  })

  test('[P10] a replica without a checksum from the server is no divergence', () => {
    const bare = { ...mine('checking'), replica: { ...mine('checking').replica, hash: undefined } }
    expect(step(bare, events['my version']).sync).toMatchObject({ phase: 'live', divergences: 0 })
  })
})

test('a list without a log makes the replica live when it is the first message on a connection', () => {
  const list = all(5, [joan])
  const message = { ...list, data: { ...list.data, log: undefined } } as ListMessage
  const { sync } = step(mine('checking'), { kind: 'message', message })
  expect(sync).toMatchObject({ phase: 'live', replica: { log: undefined, version: 5 } })
})

describe('[P2] a message of another log', () => {
  const ofAnother = (message: ListMessage) =>
    ({ kind: 'message', message: { ...message, data: { ...message.data, log: 'another' } } as ListMessage }) as const

  test.each([
    ['a lower version', 3],
    ['the same version', 5],
  ])('with %s puts the replica behind, without a divergence', (_which, version) => {
    const { sync, effect } = step(mine('live'), ofAnother(current(version, [wil])))
    expect([sync.phase, effect, sync.divergences]).toEqual(['behind', 'schedule_check', 0])
  })

  test('is taken when it is the whole list, also when its version is lower', () => {
    const live = step(mine('checking'), events['my version']).sync
    const behind = step(live, ofAnother(current(3, [wil]))).sync
    const { sync } = step(behind, ofAnother(all(3, [wil])))
    expect(sync).toMatchObject({ phase: 'live', replica: { log: 'another', version: 3, drivers: byName([wil]) } })
  })
})

/** The names of each list of a history. */
const histories = fc.array(fc.uniqueArray(fc.constantFrom('Joan', 'Wil', '__proto__', 'Ana')), {
  minLength: 2,
  maxLength: 6,
})
/** An event or message, and the two versions that it is about. */
const occurrences = fc.array(fc.tuple(fc.nat(20), fc.nat(5), fc.nat(5)), { maxLength: 40 })

test('[P5] [P6] after any events in any order, the replica is the list of its version, and live only at the newest version heard', () => {
  fc.assert(
    fc.property(histories, occurrences, (history, sequence) => {
      const lists = history.map((names) => names.map((driver_name) => ({ driver_name })))
      const listOf = (index: number) => lists[index % lists.length] ?? []
      const versionOf = (index: number) => (index % lists.length) + 1
      let sync: Sync = { phase: 'connecting', replica: emptyReplica, newest: undefined, divergences: 0, unreported: 0 }
      let heard = 0
      for (const [what, a, b] of sequence) {
        const [from, to] = [Math.min(versionOf(a), versionOf(b)), Math.max(versionOf(a), versionOf(b))]
        const messages = [
          all(versionOf(a), listOf(a)),
          current(versionOf(a), listOf(a)),
          ...(from < to ? [update(from, ...lists.slice(from - 1, to))] : []),
        ]
        const others = [
          events.opened,
          events.closed,
          events.check_due,
          events.connect_due,
          events.silence,
          events['an invalid message'],
        ]
        const message = messages[what]
        const event: SyncEvent = message
          ? { kind: 'message', message }
          : (others[what % others.length] ?? { kind: 'resumed', silent: false })
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
