import { describe, expect, test } from 'vitest'
import { byName, type Driver } from '../record/driver.ts'
import { defaultEvent, type Event } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { emptyReplica } from '../sync/replica.ts'
import { freshnessOf, isStale, isUnderWay } from './freshness.ts'
import { initialLiveState, type LiveState } from './live-store.ts'

const now = 1_750_000_000_000
const minutes = (count: number) => count * 60_000
const event = defaultEvent('Test')
const ann: Driver = { driver_name: 'Ann', runs: ['40'] }
const replica = { ...emptyReplica, version: 1, drivers: byName([ann]), at: now - minutes(3) }
const live: LiveState = {
  ...{ ...initialLiveState, replica, connection: 'live', heardAt: now - 4000 },
  sourceAt: now - 20_000,
}
const lines = (state: Partial<LiveState>, underWay = true) => {
  const { tone, text, since, meaning, changed, saved } = freshnessOf({ ...live, ...state }, now, underWay)
  return [
    tone,
    [text, since].filter(Boolean).join(' · '),
    [meaning, changed, meaning === undefined ? saved : undefined].filter(Boolean).join(' · '),
  ]
}

describe('the freshness text names the first broken hop and its duration', () => {
  test.each<[string, Partial<LiveState>, readonly string[]]>([
    ['nothing is broken', {}, ['good', 'live', 'results changed 3 min ago · timing file saved 20 s ago']],
    [
      'there is no connection yet',
      { connection: 'connecting' },
      ['waiting', 'connecting …', 'results changed 3 min ago · timing file saved 20 s ago'],
    ],
    [
      'a message was missed',
      { connection: 'behind' },
      ['waiting', 'catching up …', 'results changed 3 min ago · timing file saved 20 s ago'],
    ],
    [
      'the server is not reached',
      { connection: 'offline', heardAt: now - 26_000 },
      ['bad', 'offline · last heard 26 s ago', 'trying again by itself · results changed 3 min ago'],
    ],
    [
      'the server has no place for this browser',
      { connection: 'offline', isServerFull: true, heardAt: now - 26_000 },
      [
        'bad',
        'offline: the server is full · last heard 26 s ago',
        'trying again by itself · results changed 3 min ago',
      ],
    ],
    [
      'the server was full and now there is a place',
      { isServerFull: true },
      ['good', 'live', 'results changed 3 min ago · timing file saved 20 s ago'],
    ],
    [
      'the timing file is unusable',
      { stalledSince: now - minutes(7) },
      ['bad', 'not updating · timing file unusable for 7 min', 'last good list below · results changed 3 min ago'],
    ],
    [
      'a list is held',
      { stalledSince: now - minutes(7), isHeld: true },
      [
        'bad',
        'not updating · new results are being checked for 7 min',
        'last good list below · results changed 3 min ago',
      ],
    ],
    [
      'the server is not reached and the timing file was unusable',
      { connection: 'offline', heardAt: now - 26_000, stalledSince: now - minutes(7) },
      ['bad', 'offline · last heard 26 s ago', 'trying again by itself · results changed 3 min ago'],
    ],
    [
      'the timing file is unusable from the start',
      { stalledSince: now - 1000, replica: emptyReplica },
      ['bad', 'not updating · timing file unusable for 1 s', 'timing file saved 20 s ago'],
    ],
    ['there is no list and no timing file yet', { replica: emptyReplica, sourceAt: undefined }, ['good', 'live', '']],
  ])('when %s', (_what, state, expected) => {
    expect(lines(state)).toEqual(expected)
  })
})

describe('an old timing file is emphasized and is no fault', () => {
  const isLoud = (age: number, underWay = true, state: Partial<LiveState> = {}) =>
    freshnessOf({ ...live, ...state, sourceAt: now - age }, now, underWay).savedLongAgo

  test.each([
    [minutes(5) - 1, false],
    [minutes(5), true],
    [minutes(12), true],
    [minutes(6 * 60), false],
  ])('a file that is %i ms old is emphasized: %s', (age, loud) => expect(isLoud(age)).toBe(loud))

  test('the tone is good, and the text has the age', () => {
    expect(lines({ sourceAt: now - minutes(12) })).toEqual([
      'good',
      'live',
      'results changed 3 min ago · timing file saved 12 min ago',
    ])
  })

  test('it is not emphasized when no event is under way or another hop is broken', () => {
    expect(isLoud(minutes(12), false)).toBe(false)
    expect(isLoud(minutes(12), true, { connection: 'offline' })).toBe(false)
    expect(isLoud(minutes(12), true, { stalledSince: now })).toBe(false)
  })
})

test('an event is under way from its first run until no runs are left or it is final', () => {
  const rules = { ...event, runs_per_entry: 2 }
  const isGoing = (runs: readonly string[], of: Event = rules) =>
    isUnderWay(standingsOf([{ driver_name: 'Ann', runs: [...runs] }], of))
  expect(isGoing([])).toBe(false)
  expect(isGoing(['40'])).toBe(true)
  expect(isGoing(['40', 'DNF'])).toBe(false)
  expect(isGoing(['40', 'DNF'], { ...event })).toBe(true)
  expect(isGoing(['40'], { ...rules, state: 'final' })).toBe(false)
  expect(isUnderWay(standingsOf([], rules))).toBe(false)
})

test('a list is stale when the page is offline or the publisher is stalled', () => {
  expect(
    (['live', 'connecting', 'behind', 'offline'] as const).map((connection) => isStale({ ...live, connection })),
  ).toEqual([false, false, false, true])
  expect(isStale({ ...live, stalledSince: now })).toBe(true)
})
