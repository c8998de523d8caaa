import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultEvent } from './event.ts'
import { formatKeptList, type Heard, heardOf, readHeard, readKeptList, whatToKeep } from './kept-list.ts'
import { initialLiveState, type LiveState } from './live-store.ts'
import type { News } from './news.ts'
import { stateOfPage } from './page-snapshot.ts'
import { emptyReplica } from './replica.ts'

const joan = { driver_name: 'Joan Zielinski', class: 'SS', runs: ['40.434'], heat: 2 }
const live: LiveState = {
  ...initialLiveState,
  replica: {
    ...emptyReplica,
    ...{ log: 'a', version: 7, at: 1000, sourceAt: 900, hash: '0123456789ab' },
    drivers: new Map([[joan.driver_name, joan]]),
    event: defaultEvent('Points Autocross 4'),
  },
  connection: 'live',
  heardAt: 5000,
  sourceAt: 900,
  clockOffset: -20,
}
const place = { total: 40_434, position: { place: 1, shared: false } }
const run: News = {
  ...{ version: 7, at: 1000, driver_name: 'Joan Zielinski', kind: 'run', course: 0, run: 0, text_before: '' },
  ...{ text: '40.434', before: { total: undefined, position: undefined }, after: place },
}
const heard = heardOf(live)
const later: Heard = { ...heard, heard_at: 9000, stalled_since: 8000 }

describe('what is kept', () => {
  test('makes a page with the same list, as old as it is, and offline from the first moment', () => {
    const page = readKeptList(formatKeptList(live, [run]), undefined, 100_020)
    expect(page?.news).toEqual([run])
    expect(page && stateOfPage(page)).toEqual({
      ...live,
      connection: 'offline',
      // The clock of the server, as far as it is known: the age is right before anything is heard.
      connectionSince: 100_000,
    })
  })

  test('counts as heard when it last was, when that was said of the same list', () => {
    const kept = formatKeptList(live, [])
    expect(readKeptList(kept, later, 100_000)).toMatchObject({ kept: { heard_at: 9000 }, stalled_since: 8000 })
    for (const other of [
      { ...later, version: 8 },
      { ...later, log: 'b' },
      { ...later, heard_at: 4000 },
    ]) {
      expect(readKeptList(kept, other, 100_000)).toMatchObject({ kept: { heard_at: 5000 } })
    }
  })

  test('is ignored when it is damaged, wherever it was cut off', () => {
    const text = formatKeptList(live, [run])
    for (let end = 0; end < text.length; end += 1) {
      expect(readKeptList(text.slice(0, end), undefined, 0)).toBeUndefined()
    }
    expect(readKeptList(undefined, undefined, 0)).toBeUndefined()
  })

  test('is ignored when it is somebody else’s', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readKeptList(text, undefined, 0)).toBeUndefined()
        expect(readHeard(text)).toBeUndefined()
      }),
    )
    const text = formatKeptList(live, [run])
    for (const [ours, theirs] of [
      ['"version":7', '"version":"7"'],
      ['"log":"a"', '"log":null'],
      ['"40.434"]', '[["40.434"]]]'],
      ['"kind":"run"', '"kind":"walk"'],
      ['"heard_at":5000', '"heard_at":"noon"'],
    ] as const) {
      expect(text).toContain(ours)
      expect(readKeptList(text.replace(ours, theirs), undefined, 0)).toBeUndefined()
    }
  })

  test('of a name that is a word of the language is read as it was written', () => {
    const odd = { driver_name: '__proto__', runs: [] }
    const drivers = new Map([[odd.driver_name, odd]])
    const page = readKeptList(formatKeptList({ ...live, replica: { ...live.replica, drivers } }, []), undefined, 0)
    expect(page?.drivers).toEqual([odd])
  })

  test('of when the server was heard is read as it was written', () => {
    expect(readHeard(JSON.stringify(later))).toEqual(later)
  })
})

describe('what to keep', () => {
  const cases: readonly (readonly [string, Partial<LiveState>, Heard | undefined, ReturnType<typeof whatToKeep>])[] = [
    ['nothing is kept yet', {}, undefined, 'list'],
    ['it is kept', {}, heard, undefined],
    ['the same list was heard of again', { heardAt: 6000 }, heard, 'heard'],
    ['an older version is kept', {}, { ...heard, version: 6 }, 'list'],
    ['a list of another log is kept', {}, { ...heard, log: 'b' }, 'list'],
    ['another tab has heard more', { connection: 'offline' }, later, undefined],
    ['another tab has heard a newer list', { connection: 'offline' }, { ...later, version: 8 }, undefined],
    ['what is kept is of a clock that was wrong', { connection: 'live' }, { ...later, version: 8 }, 'list'],
    ['the list has no version', { replica: { ...live.replica, version: 0 } }, undefined, undefined],
    ['the list has no log', { replica: { ...live.replica, log: undefined } }, undefined, undefined],
    ['the list has no hash', { replica: { ...live.replica, hash: undefined } }, undefined, undefined],
  ]
  test.each(cases)('given that %s', (_, change, kept, expected) => {
    expect(whatToKeep({ ...live, ...change }, kept)).toBe(expected)
  })
})
