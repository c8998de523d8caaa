import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { formatTime } from '../record/run.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { cleanTime } from './clean-time.ts'
import { isSafe, nearestRequiredTime, requiredTimes } from './required-time.ts'

type Entry = readonly [name: string, className: string, runs: Driver['runs'], rest?: Partial<Driver>]

function standingsOfEntries(entries: readonly Entry[], settings: Record<string, unknown> = {}) {
  const event = eventSchema.parse({ title: 'Test', ...settings })
  const drivers = entries.map(([driver_name, className, runs = [], rest]): Driver => {
    return { driver_name, class: className, runs, ...rest }
  })
  const all = standingsOf(drivers, event)
  const of = (name: string) => {
    const standing = all.by_name.get(name)
    const group = all.classes.find(({ entries }) => standing && entries.includes(standing))
    if (!standing || !group) throw new Error(`No entry is named ${name}.`)
    return { standing, group, event }
  }
  return {
    of,
    requiredTimes: (name: string) => {
      const { standing, group } = of(name)
      return requiredTimes(standing, group.entries, group.ranked_by, event).map(
        ({ position, run, improvement, rival }) => {
          return [position.place, rival.driver.driver_name, run, improvement]
        },
      )
    },
    nearest: (name: string) => {
      const { standing, group } = of(name)
      const all = requiredTimes(standing, group.entries, group.ranked_by, event)
      return { nearest: nearestRequiredTime(standing, group.entries, group.ranked_by, event), last: all.at(-1) }
    },
    isSafe: (name: string) => isSafe(of(name).standing, of(name).group.entries),
    cleanTime: (name: string) => {
      const { standing, group } = of(name)
      return cleanTime(standing, group.entries, group.ranked_by, event)
    },
    position: (name: string) => of(name).standing.class_position?.place,
  }
}

describe('an entry that does not count', () => {
  const settings = { runs_per_entry: 2, classes: [{ code: 'SS' }, { code: 'TO', counts: false }] }
  const list: Entry[] = [
    ['Ann', 'SS', ['40.000', '41.000']],
    ['Bob', 'SS', ['41.000', '42.000']],
    ['Cid', 'TO', ['39.000+1']],
    ['Dan', 'TO', ['39.500'], { group: 'SS' }],
  ]

  test('has neither a required time nor a position in its clean time', () => {
    expect(standingsOfEntries(list, settings).requiredTimes('Cid')).toEqual([])
    expect(standingsOfEntries(list, settings).requiredTimes('Dan')).toEqual([])
    expect(standingsOfEntries(list, settings).cleanTime('Cid')).toEqual({
      total: 39_000,
      indexed: undefined,
      position: undefined,
    })
  })

  test('leaves the positions of others safe', () => {
    expect(standingsOfEntries(list, settings).isSafe('Ann')).toBe(true)
    expect(standingsOfEntries(list, settings).isSafe('Dan')).toBe(false)
  })
})

describe('the required time', () => {
  const ss: Entry[] = [
    ['Ann', 'SS', ['40.000']],
    ['Bob', 'SS', ['40.500']],
    ['Cid', 'SS', ['41.000+1', '42.000']],
    ['Dan', 'SS', []],
  ]

  test('is that of the slowest clean run that is strictly ahead, for every position from the first on', () => {
    expect(standingsOfEntries(ss).requiredTimes('Cid')).toEqual([
      [1, 'Ann', 39_999, 2001],
      [2, 'Bob', 40_499, 1501],
    ])
    expect(standingsOfEntries(ss).requiredTimes('Ann')).toEqual([])
    expect(
      standingsOfEntries(ss)
        .requiredTimes('Dan')
        .map(([place, , run]) => [place, run]),
    ).toEqual([
      [1, 39_999],
      [2, 40_499],
      [3, 41_999],
    ])
  })

  test('does not exist without a run left', () => {
    expect(standingsOfEntries(ss, { runs_per_entry: 2 }).requiredTimes('Cid')).toEqual([])
    expect(standingsOfEntries(ss, { runs_per_entry: 3 }).requiredTimes('Cid')).toHaveLength(2)
  })

  test('in a group of several classes is time of the entry’s own car', () => {
    const classes = [
      { code: 'AS', index: 0.8, group: 'N' },
      { code: 'BS', index: 0.75, group: 'N' },
    ]
    const { requiredTimes } = standingsOfEntries(
      [
        ['Ann', 'AS', ['50.000']],
        ['Bob', 'BS', ['54.000']],
      ],
      { classes },
    )
    // 50.000 x 0.8 = 40.000; 53.333 x 0.75 = 39.99975, cut to 39.999.
    expect(requiredTimes('Bob')).toEqual([[1, 'Ann', 53_333, 667]])
  })

  test('with two courses is that of a run on the course that is driven next', () => {
    const { requiredTimes } = standingsOfEntries(
      [
        ['Ann', 'SS', [['50.000'], ['51.000']]],
        ['Bob', 'SS', [['49.000'], ['53.000']]],
      ],
      { scoring: 'sum_of_best', runs_per_entry: 1 + 1 },
    )
    expect(requiredTimes('Bob')).toEqual([[1, 'Ann', 47_999, 1001]])
  })

  test('for a sum of all runs is what the next run may take, if one more run can be enough', () => {
    const entries: Entry[] = [
      ['Ann', 'SS', ['60.000', '60.000']],
      ['Bob', 'SS', ['61.000']],
    ]
    expect(standingsOfEntries(entries, { scoring: 'cumulative' }).requiredTimes('Bob')).toEqual([
      [1, 'Ann', 58_999, 2001],
    ])
    expect(
      standingsOfEntries(
        [
          ['Ann', 'SS', ['60', '60', '60']],
          ['Bob', 'SS', ['61']],
        ],
        { scoring: 'cumulative' },
      ).requiredTimes('Bob'),
    ).toEqual([])
  })

  test('is undefined where any timed run is enough', () => {
    const entries: Entry[] = [
      ['Ann', 'SS', ['60.000', '60.000']],
      ['Bob', 'SS', ['61.000', '62.000']],
    ]
    expect(standingsOfEntries(entries, { scoring: 'laps_then_time' }).requiredTimes('Bob')).toEqual([
      [1, 'Ann', undefined, undefined],
    ])
  })

  test('is exact: that run moves the entry ahead, and one that takes 1 ms more does not', () => {
    const time = fc.integer({ min: 38_000, max: 60_000 }).map((one) => formatTime(one))
    const run = fc.oneof(
      time,
      time.map((one) => `${one}+1`),
      fc.constant('DNF'),
    )
    const allRuns = fc.array(fc.array(run, { maxLength: 3 }), { minLength: 2, maxLength: 5 })
    const rules = fc.record({
      scoring: fc.constantFrom('best_run', 'cumulative', 'sum_of_best', 'laps_then_time'),
      ties: fc.constantFrom('shared', 'next_best_run'),
      classes: fc.constantFrom([], [{ code: 'SS', index: 0.813, group: 'N' }]),
    })
    fc.assert(
      fc.property(allRuns, rules, (runs, settings) => {
        const entries = runs.map((own, index): Entry => [`Driver ${index}`, 'SS', own])
        const name = `Driver ${runs.length - 1}`
        const { nearest, last } = standingsOfEntries(entries, settings).nearest(name)
        expect(nearest).toEqual(last)
        for (const [place = 0, rival = '', time] of standingsOfEntries(entries, settings).requiredTimes(name)) {
          const driven = (more: number) => {
            const own = [...(runs.at(-1) ?? []), formatTime(Number(time ?? 90_000) + more)]
            return standingsOfEntries([...entries.slice(0, -1), [name, 'SS', own]], settings)
          }
          expect(driven(0).position(name)).toBeLessThanOrEqual(Number(place))
          expect(driven(0).position(name)).toBeLessThan(driven(0).position(String(rival)) ?? 0)
          if (time === undefined) continue
          expect(driven(1).position(name)).toBeGreaterThanOrEqual(driven(1).position(String(rival)) ?? 0)
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('a position is safe when no entry behind has a run left', () => {
  const entries: Entry[] = [
    ['Ann', 'SS', ['40.0', '41.0']],
    ['Bob', 'SS', ['42.0', '43.0']],
    ['Cid', 'SS', ['44.0']],
  ]
  const limited = standingsOfEntries(entries, { runs_per_entry: 2 })
  expect(['Ann', 'Bob', 'Cid'].map(limited.isSafe)).toEqual([false, false, true])
  expect(standingsOfEntries(entries.slice(0, 2), { runs_per_entry: 2 }).isSafe('Ann')).toBe(true)
  expect(standingsOfEntries(entries).isSafe('Cid')).toBe(true)
  expect(standingsOfEntries(entries).isSafe('Ann')).toBe(false)
})

test('the clean time has the position without cones, and is undefined when the best run is clean', () => {
  const { cleanTime } = standingsOfEntries([
    ['Ann', 'SS', ['40.000']],
    ['Bob', 'SS', ['39.500+1', '41.000']],
    ['Cid', 'SS', ['42.000', '43.000+1']],
    ['Dan', 'SS', ['44.000+2']],
  ])
  expect(cleanTime('Bob')).toMatchObject({ total: 39_500, position: { place: 1, shared: false } })
  expect(cleanTime('Cid')).toBeUndefined()
  expect(cleanTime('Dan')).toMatchObject({ total: 44_000, position: { place: 4 } })
})
