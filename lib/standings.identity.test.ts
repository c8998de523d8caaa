import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { noChanges } from './diff.ts'
import { byName, type Driver } from './driver.ts'
import { followChanges } from './driver-list.ts'
import { eventSchema } from './event.ts'
import type { DriverSource } from './field.ts'
import { type Standings, standings } from './standings.ts'

const event = eventSchema.parse({
  title: 'Test',
  runs_per_entry: 4,
  classes: ['SS', 'AS', 'BS'].map((code) => ({ code, index: 0.8 })),
})

/** Each list's standings, made from those before. */
function following(): (drivers: DriverSource) => Standings {
  let previous: Standings | undefined
  return (drivers) => {
    previous = standings(drivers, event, previous)
    return previous
  }
}

function driver(number: number, ...runs: string[]): Driver {
  return { driver_name: `Driver ${number}`, class: ['SS', 'AS', 'BS'][number % 3] ?? '', runs }
}

const list = Array.from({ length: 1300 }, (_, number) => driver(number, `${40 + number / 100}`))

test('the same list again, in new arrays and in any order, is the same standings', () => {
  const stand = following()
  const first = stand(list)
  expect(stand([...list])).toBe(first)
  expect(stand(list.toReversed())).toBe(first)
})

test('of 1,300 rows those three are new whose result changed, and nothing else', () => {
  const stand = following()
  const before = stand(list)
  const changed = new Set([3, 30, 300])
  const after = stand(
    list.map((old, number) =>
      changed.has(number) ? { ...old, runs: [...(old.runs ?? []), '99.0'] as string[] } : old,
    ),
  )
  const fresh = [...after.by_name].filter(([name, row]) => before.by_name.get(name) !== row).map(([name]) => name)
  expect(fresh).toEqual(['Driver 3', 'Driver 30', 'Driver 300'])
  const kept = after.classes.map((standing) => before.classes.includes(standing))
  expect(kept).toEqual([false, true, true])
})

test('a row is new when only its gap or its position changed', () => {
  const stand = following()
  const before = stand([driver(0, '40.0'), driver(3, '41.0'), driver(6, '42.0'), driver(1, '30.0')])
  const faster = stand([driver(0, '40.0'), driver(3, '40.5'), driver(6, '42.0'), driver(1, '30.0')])
  expect(faster.by_name.get('Driver 6')).not.toBe(before.by_name.get('Driver 6'))
  expect(faster.by_name.get('Driver 6')).toMatchObject({ gap_to_next: 1_500 })
})

test('whatever was there before, the standings say the same as without it', () => {
  const times = ['40.0', '41.0', '41.0+1', 'DNF', '']
  const places: Partial<Driver>[] = [{}, { group: 'n' }, { runs: [['40.0'], ['50.0']] }]
  const records = list.slice(0, 6).flatMap((old) => {
    return times.flatMap((run) => places.map((place): Driver => ({ ...old, runs: [run], ...place })))
  })
  const lists = fc.array(fc.uniqueArray(fc.constantFrom(...records), { selector: (record) => record.driver_name }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(lists, (lists) => {
      const stand = following()
      for (const list of lists) expect(stand(list)).toEqual(standings(list, event))
    }),
  )
})

test('another event starts anew', () => {
  const before = standings(list, event)
  const other = { ...event, penalties: { cone_seconds: 1, gate_seconds: 1 } }
  expect(standings(list, other, before)).toEqual(standings(list, other))
  expect(standings(list, other, before).by_name.get('Driver 1')).not.toBe(before.by_name.get('Driver 1'))
})

test('a list that was made by a change is not read: it says itself what changed', () => {
  const stand = following()
  const change = (time: string) => ({ ...noChanges, update: [driver(3, time)] })
  const followed = followChanges(byName(list), change('39.5'))
  stand(followed)
  const after = followChanges(followed, change('38.5'))
  const values = vi.spyOn(after, 'values')
  expect(stand(after).raw[0]).toMatchObject({ driver: { driver_name: 'Driver 3' }, total: 38_500 })
  expect(values).not.toHaveBeenCalled()
})
