import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { emptyReplica } from './replica.ts'
import { all, current, events, expected, joan, mine, update, wil } from './sync.fixture.ts'
import { type ListMessage, type Phase, type Sync, type SyncEvent, step } from './sync.ts'

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

  test('[P10] divergences are unreported until an answer makes the copy live', () => {
    const once = { ...mine('checking'), divergences: 3, unreported: 1 }
    const { sync } = step(once, events['another hash'])
    expect(sync).toMatchObject({ divergences: 4, unreported: 2 })
    expect(step(sync, events['the whole list']).sync).toMatchObject({ phase: 'live', divergences: 4, unreported: 0 })
  })

  test('[P9] an answer that a broadcast overtook is not the newest: the rest is asked for', () => {
    const overtaken = step(mine('checking'), { kind: 'message', message: update(6, [joan], [wil]) }).sync
    const answered = step(overtaken, { kind: 'message', message: update(5, [joan], [joan, wil]) })
    expect([answered.sync.phase, answered.effect]).toEqual(['behind', 'check_soon'])
  })

  test('a new connection forgets what the old one spoke of: the server may be another', () => {
    const behind = step(mine('live'), { kind: 'message', message: current(9, [wil]) }).sync
    const anew = step(step(behind, { kind: 'closed' }).sync, { kind: 'opened' }).sync
    expect(step(anew, { kind: 'message', message: current(5, [joan]) }).sync.phase).toBe('live')
  })

  test('[P10] a copy that moved on while it was looked at is not given up', () => {
    const { sync } = step(mine('live'), { kind: 'message', message: update(5, [joan], [wil]) })
    expect(step(sync, events['own hash differs'])).toEqual({ sync })
  })

  test('[P10] a copy whose hash nobody said is not wrong', () => {
    const bare = { ...mine('checking'), replica: { ...mine('checking').replica, hash: undefined } }
    expect(step(bare, events['my version']).sync).toMatchObject({ phase: 'live', divergences: 0 })
  })
})

test('a list without a log makes the copy live when it is the first message on a connection', () => {
  const list = all(5, [joan])
  const message = { ...list, data: { ...list.data, log: undefined } } as ListMessage
  const { sync } = step(mine('checking'), { kind: 'message', message })
  expect(sync).toMatchObject({ phase: 'live', replica: { log: undefined, version: 5 } })
})

describe('[P2] another log', () => {
  const ofAnother = (message: ListMessage) =>
    ({ kind: 'message', message: { ...message, data: { ...message.data, log: 'another' } } as ListMessage }) as const

  test.each([
    ['lower', 3],
    ['the same', 5],
  ])('whose version is %s makes no copy live, and is no divergence', (_which, version) => {
    const { sync, effect } = step(mine('live'), ofAnother(current(version, [wil])))
    expect([sync.phase, effect, sync.divergences]).toEqual(['behind', 'check_soon', 0])
  })

  test('is what the copy is of from then on, also when its versions are lower', () => {
    const live = step(mine('checking'), events['my version']).sync
    const told = step(live, ofAnother(current(3, [wil]))).sync
    const { sync } = step(told, ofAnother(all(3, [wil])))
    expect(sync).toMatchObject({ phase: 'live', replica: { log: 'another', version: 3, drivers: byName([wil]) } })
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
