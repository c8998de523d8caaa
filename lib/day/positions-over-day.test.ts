import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffDrivers } from '../list/diff.ts'
import { byName, type Driver } from '../record/driver.ts'
import { defaultEvent, type Event, eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { followDay, type RunChange } from './day-history.ts'
import { positionsOverDay } from './positions-over-day.ts'

const event = defaultEvent('Test')

/** The moments of the first class after a day of these lists, one second apart. */
function follow(lists: readonly (readonly Driver[])[], rules: Event = event) {
  const states = lists.map((list, index) => ({ version: index, at: index * 1000, drivers: byName(list), event: rules }))
  const changes = states.slice(1).reduce<readonly RunChange[]>((known, after, index) => {
    const before = states[index] ?? after
    return followDay(known, before, diffDrivers(before.drivers, after.drivers), after)
  }, [])
  const [group] = standingsOf(lists.at(-1) ?? [], rules).classes
  if (!group) throw new Error('there is no class')
  const names = group.entries.map(({ driver }) => driver.driver_name)
  const moments = positionsOverDay(group, changes, rules).map(({ at, positions }) => [
    at,
    Object.fromEntries(names.map((name, index) => [name, positions[index]])),
  ])
  return { group, changes, moments }
}

const drive = (runs: Readonly<Record<string, string[]>>, more: Partial<Driver> = {}): readonly Driver[] =>
  Object.entries(runs).map(([driver_name, own]): Driver => ({ driver_name, class: 'SS', runs: own, ...more }))

test('there is a moment for the first list, and one for every list that changed a position', () => {
  const { moments } = follow([
    drive({ Ann: ['40.000'], Bob: [] }),
    drive({ Ann: ['40.000'], Bob: ['41.000'] }),
    // No position changes.
    drive({ Ann: ['40.000', '39.900'], Bob: ['41.000'] }),
    drive({ Ann: ['40.000', '39.900'], Bob: ['41.000', '39.000'] }),
    // A cone is added.
    drive({ Ann: ['40.000', '39.900'], Bob: ['41.000', '39.000+1'] }),
  ])
  expect(moments).toEqual([
    [undefined, { Ann: 1, Bob: undefined }],
    [1000, { Ann: 1, Bob: 2 }],
    [3000, { Ann: 2, Bob: 1 }],
    [4000, { Ann: 1, Bob: 2 }],
  ])
})

test('an added entry has no position before its first list, and a removed entry is in no moment', () => {
  const { moments } = follow([
    drive({ Ann: ['40.000'], Eve: ['38.000'] }),
    drive({ Ann: ['40.000'], Eve: ['38.000'], Bob: ['39.000'] }),
    drive({ Ann: ['40.000'], Bob: ['39.000'] }),
  ])
  expect(moments).toEqual([
    [undefined, { Ann: 1, Bob: undefined }],
    [1000, { Ann: 2, Bob: 1 }],
  ])
})

test('every moment is ranked by the scoring of the event, and equal entries share a position', () => {
  const twoDays = eventSchema.parse({ title: 'Tour', scoring: 'sum_of_best' })
  const list = (ann: string[][], bob: string[][]): readonly Driver[] => [
    { driver_name: 'Ann', class: 'SS', runs: ann },
    { driver_name: 'Bob', class: 'SS', runs: bob },
  ]
  const { moments } = follow(
    [
      list([['40.000'], ['']], [['40.000'], ['']]),
      list([['40.000'], ['50.000']], [['40.000'], ['']]),
      list([['40.000'], ['50.000']], [['40.000'], ['49.000']]),
    ],
    twoDays,
  )
  expect(moments).toEqual([
    [undefined, { Ann: 1, Bob: 1 }],
    [1000, { Ann: 1, Bob: 2 }],
    [2000, { Ann: 2, Bob: 1 }],
  ])
})

test('a published indexed time counts only in moments with the result that it belongs to', () => {
  const novices = eventSchema.parse({ title: 'N', classes: [{ code: 'SS', index: 0.8, group: 'N' }] })
  const { moments } = follow(
    [
      drive({ Ann: ['50.000'], Bob: ['45.000'] }),
      drive({ Ann: ['50.000', '40.000'], Bob: ['45.000'] }, { published_indexed: '32.000' }).map((driver) =>
        driver.driver_name === 'Bob' ? { ...driver, published_indexed: '36.000' } : driver,
      ),
    ],
    novices,
  )
  expect(moments).toEqual([
    [undefined, { Ann: 2, Bob: 1 }],
    [1000, { Ann: 1, Bob: 2 }],
  ])
})

const names = ['Ann', 'Bob', '__proto__', 'Eve', 'constructor']
const list = fc
  .uniqueArray(
    fc.record({
      driver_name: fc.constantFrom(...names),
      class: fc.constant('SS'),
      runs: fc.array(fc.constantFrom('', '40.000', '40.000+1', '41.5', 'DNF', '39+RRN', '38.250'), { maxLength: 4 }),
    }),
    { selector: ({ driver_name }) => driver_name, minLength: 1 },
  )
  .map((drivers): readonly Driver[] => drivers)
const rules = fc
  .record({
    scoring: fc.constantFrom('best_run', 'cumulative', 'laps_then_time'),
    ties: fc.constantFrom('shared', 'next_best_run'),
  })
  .map((settings) => eventSchema.parse({ title: 'Law', ...settings }))

test('after any lists, the last moment has the current positions, and every moment differs from the one before', () => {
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), rules, (lists, rule) => {
      const { group, moments } = follow(lists, rule)
      const now = group.entries.map(({ driver, class_position }) => [driver.driver_name, class_position?.place])
      expect(moments.at(-1)?.[1]).toEqual(Object.fromEntries(now))
      for (const [index, [, positions]] of moments.entries()) expect(positions).not.toEqual(moments[index - 1]?.[1])
    }),
    { numRuns: 300 },
  )
})

test('without added or removed entries, every moment has the positions of its list', () => {
  const fullList = fc.tuple(
    ...names.map((driver_name) =>
      fc
        .array(fc.constantFrom('40.000', '40.000+1', '41.5', 'DNF', '38.250'), { minLength: 1, maxLength: 4 })
        .map((runs): Driver => ({ driver_name, class: 'SS', runs })),
    ),
  )
  fc.assert(
    fc.property(fc.array(fullList, { minLength: 1, maxLength: 8 }), rules, (lists, rule) => {
      const { moments } = follow(lists, rule)
      for (const [at, positions] of moments) {
        const [group] = standingsOf(lists[Number(at ?? 0) / 1000] ?? [], rule).classes
        const then = group?.entries.map(({ driver, class_position }) => [driver.driver_name, class_position?.place])
        expect(positions).toEqual(Object.fromEntries(then ?? []))
      }
    }),
    { numRuns: 300 },
  )
})

test('changes of unknown entries and of runs that do not exist leave the positions alone', () => {
  const [group] = standingsOf(drive({ Ann: ['40.000'] }), event).classes
  const change = { version: 1, at: 1, course: 3, run: 7, text_before: '12.0', text: '13.0' }
  const moments =
    group &&
    positionsOverDay(
      group,
      [
        { ...change, driver_name: 'Nobody' },
        { ...change, driver_name: 'Ann' },
      ],
      event,
    )
  expect(moments?.at(-1)?.positions).toEqual([1])
})
