import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from './create-standings.ts'
import { followLists } from './follow-lists.ts'
import type { Standings } from './standings.ts'

const event = eventSchema.parse({
  title: 'Test',
  runs_per_entry: 4,
  classes: ['SS', 'AS', 'BS'].map((code) => ({ code, index: 0.8 })),
})

/** Returns a function that takes one list after the other, with the same builder. */
function standingsFollower(): (drivers: readonly Driver[]) => Standings {
  const standingsAfter = followLists()
  return (drivers) => standingsAfter(byName(drivers), event)
}

function driver(number: number, ...runs: string[]): Driver {
  return { driver_name: `Driver ${number}`, class: ['SS', 'AS', 'BS'][number % 3] ?? '', runs }
}

const list = Array.from({ length: 1300 }, (_, number) => driver(number, `${40 + number / 100}`))

test('an equal list in a new array and in any order gives the same standings object', () => {
  const standingsAfter = standingsFollower()
  const first = standingsAfter(list)
  expect(standingsAfter([...list])).toBe(first)
  expect(standingsAfter(list.toReversed())).toBe(first)
})

test('only the rows and the class of three changed results among 1,300 are new objects', () => {
  const standingsAfter = standingsFollower()
  const before = standingsAfter(list)
  const changed = new Set([3, 30, 300])
  const after = standingsAfter(
    list.map((old, number) =>
      changed.has(number) ? { ...old, runs: [...(old.runs ?? []), '99.0'] as string[] } : old,
    ),
  )
  const fresh = after.raw
    .map(({ driver }) => driver.driver_name)
    .filter((name) => before.by_name.get(name) !== after.by_name.get(name))
  expect(fresh).toEqual(['Driver 3', 'Driver 30', 'Driver 300'])
  const kept = after.classes.map((standing) => before.classes.includes(standing))
  expect(kept).toEqual([false, true, true])
})

test('a row is a new object when only its gap changed', () => {
  const standingsAfter = standingsFollower()
  const before = standingsAfter([driver(0, '40.0'), driver(3, '41.0'), driver(6, '42.0'), driver(1, '30.0')])
  const faster = standingsAfter([driver(0, '40.0'), driver(3, '40.5'), driver(6, '42.0'), driver(1, '30.0')])
  expect(faster.by_name.get('Driver 6')).not.toBe(before.by_name.get('Driver 6'))
  expect(faster.by_name.get('Driver 6')).toMatchObject({ gap_to_next: 1_500 })
})

test('standings after other lists equal the standings of the last list alone', () => {
  const times = ['40.0', '41.0', '41.0+1', 'DNF', '']
  const variants: Partial<Driver>[] = [{}, { group: 'n' }, { runs: [['40.0'], ['50.0']] }]
  const records = list.slice(0, 6).flatMap((old) => {
    return times.flatMap((run) => variants.map((variant): Driver => ({ ...old, runs: [run], ...variant })))
  })
  const lists = fc.array(fc.uniqueArray(fc.constantFrom(...records), { selector: (record) => record.driver_name }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(lists, (lists) => {
      const standingsAfter = standingsFollower()
      for (const list of lists) expect(listsOf(standingsAfter(list))).toEqual(listsOf(standingsOf(list, event)))
    }),
  )
})

test('the same list under another event gives the standings of that event, in new rows', () => {
  const standingsAfter = followLists()
  const before = standingsAfter(byName(list), event)
  const other = { ...event, penalties: { cone_seconds: 1, gate_seconds: 1 } }
  const after = standingsAfter(byName(list), other)
  expect(listsOf(after)).toEqual(listsOf(standingsOf(list, other)))
  expect(after.by_name.get('Driver 1')).not.toBe(before.by_name.get('Driver 1'))
})

function listsOf({ by_name: _, ...lists }: Standings) {
  return lists
}
