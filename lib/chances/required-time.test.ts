import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { formatTime } from '../record/run.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { couldHave } from './clean-time.ts'
import { isSafe, nearestNeed, needs } from './required-time.ts'

type Entry = readonly [name: string, className: string, runs: Driver['runs'], rest?: Partial<Driver>]

function stand(entries: readonly Entry[], settings: Record<string, unknown> = {}) {
  const event = eventSchema.parse({ title: 'Test', ...settings })
  const drivers = entries.map(([driver_name, className, runs = [], rest]): Driver => {
    return { driver_name, class: className, runs, ...rest }
  })
  const all = standingsOf(drivers, event)
  const of = (name: string) => {
    const standing = all.by_name.get(name)
    const group = all.classes.find(({ entries }) => standing && entries.includes(standing))
    if (!standing || !group) throw new Error(`Nobody is called ${name}.`)
    return { standing, group, event }
  }
  return {
    of,
    needs: (name: string) => {
      const { standing, group } = of(name)
      return needs(standing, group.entries, group.ranked_by, event).map(({ position, run, improvement, rival }) => {
        return [position.place, rival.driver.driver_name, run, improvement]
      })
    },
    nearest: (name: string) => {
      const { standing, group } = of(name)
      const all = needs(standing, group.entries, group.ranked_by, event)
      return { need: nearestNeed(standing, group.entries, group.ranked_by, event), last: all.at(-1) }
    },
    isSafe: (name: string) => isSafe(of(name).standing, of(name).group.entries),
    couldHave: (name: string) => {
      const { standing, group } = of(name)
      return couldHave(standing, group.entries, group.ranked_by, event)
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

  test('is promised no place, and could have had none', () => {
    expect(stand(list, settings).needs('Cid')).toEqual([])
    expect(stand(list, settings).needs('Dan')).toEqual([])
    expect(stand(list, settings).couldHave('Cid')).toEqual({ total: 39_000, indexed: undefined, position: undefined })
  })

  test('endangers nobody', () => {
    expect(stand(list, settings).isSafe('Ann')).toBe(true)
    expect(stand(list, settings).isSafe('Dan')).toBe(false)
  })
})

describe('what an entry needs', () => {
  const ss: Entry[] = [
    ['Ann', 'SS', ['40.000']],
    ['Bob', 'SS', ['40.500']],
    ['Cid', 'SS', ['41.000+1', '42.000']],
    ['Dan', 'SS', []],
  ]

  test('is the slowest clean run that is strictly ahead, for every place from the first on', () => {
    expect(stand(ss).needs('Cid')).toEqual([
      [1, 'Ann', 39_999, 2001],
      [2, 'Bob', 40_499, 1501],
    ])
    expect(stand(ss).needs('Ann')).toEqual([])
    expect(
      stand(ss)
        .needs('Dan')
        .map(([place, , run]) => [place, run]),
    ).toEqual([
      [1, 39_999],
      [2, 40_499],
      [3, 41_999],
    ])
  })

  test('is nothing without a run left', () => {
    expect(stand(ss, { runs_per_entry: 2 }).needs('Cid')).toEqual([])
    expect(stand(ss, { runs_per_entry: 3 }).needs('Cid')).toHaveLength(2)
  })

  test('in a class of several classes is raw time of its own car', () => {
    const classes = [
      { code: 'AS', index: 0.8, group: 'N' },
      { code: 'BS', index: 0.75, group: 'N' },
    ]
    const { needs } = stand(
      [
        ['Ann', 'AS', ['50.000']],
        ['Bob', 'BS', ['54.000']],
      ],
      { classes },
    )
    // 50.000 x 0.8 = 40.000; 53.333 x 0.75 = 39.99975, cut to 39.999.
    expect(needs('Bob')).toEqual([[1, 'Ann', 53_333, 667]])
  })

  test('on two courses is a run on the one that is driven', () => {
    const { needs } = stand(
      [
        ['Ann', 'SS', [['50.000'], ['51.000']]],
        ['Bob', 'SS', [['49.000'], ['53.000']]],
      ],
      { scoring: 'sum_of_best', runs_per_entry: 1 + 1 },
    )
    expect(needs('Bob')).toEqual([[1, 'Ann', 47_999, 1001]])
  })

  test('for the sum of all runs is what the next may take, where it can be enough at all', () => {
    const entries: Entry[] = [
      ['Ann', 'SS', ['60.000', '60.000']],
      ['Bob', 'SS', ['61.000']],
    ]
    expect(stand(entries, { scoring: 'cumulative' }).needs('Bob')).toEqual([[1, 'Ann', 58_999, 2001]])
    expect(
      stand(
        [
          ['Ann', 'SS', ['60', '60', '60']],
          ['Bob', 'SS', ['61']],
        ],
        { scoring: 'cumulative' },
      ).needs('Bob'),
    ).toEqual([])
  })

  test('is any run at all where one more decides', () => {
    const entries: Entry[] = [
      ['Ann', 'SS', ['60.000', '60.000']],
      ['Bob', 'SS', ['61.000', '62.000']],
    ]
    expect(stand(entries, { scoring: 'laps_then_time' }).needs('Bob')).toEqual([[1, 'Ann', undefined, undefined]])
  })

  test('is right: with that run it is ahead, with a thousandth more it is not', () => {
    const time = fc.integer({ min: 38_000, max: 60_000 }).map((one) => formatTime(one))
    const run = fc.oneof(
      time,
      time.map((one) => `${one}+1`),
      fc.constant('DNF'),
    )
    const field = fc.array(fc.array(run, { maxLength: 3 }), { minLength: 2, maxLength: 5 })
    const rules = fc.record({
      scoring: fc.constantFrom('best_run', 'cumulative', 'sum_of_best', 'laps_then_time'),
      ties: fc.constantFrom('shared', 'next_best_run'),
      classes: fc.constantFrom([], [{ code: 'SS', index: 0.813, group: 'N' }]),
    })
    fc.assert(
      fc.property(field, rules, (runs, settings) => {
        const entries = runs.map((own, index): Entry => [`Driver ${index}`, 'SS', own])
        const name = `Driver ${runs.length - 1}`
        const { need, last } = stand(entries, settings).nearest(name)
        expect(need).toEqual(last)
        for (const [place = 0, rival = '', time] of stand(entries, settings).needs(name)) {
          const driven = (more: number) => {
            const own = [...(runs.at(-1) ?? []), formatTime(Number(time ?? 90_000) + more)]
            return stand([...entries.slice(0, -1), [name, 'SS', own]], settings)
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

test('a place is safe when nobody behind has a run left', () => {
  const entries: Entry[] = [
    ['Ann', 'SS', ['40.0', '41.0']],
    ['Bob', 'SS', ['42.0', '43.0']],
    ['Cid', 'SS', ['44.0']],
  ]
  const limited = stand(entries, { runs_per_entry: 2 })
  expect(['Ann', 'Bob', 'Cid'].map(limited.isSafe)).toEqual([false, false, true])
  expect(stand(entries.slice(0, 2), { runs_per_entry: 2 }).isSafe('Ann')).toBe(true)
  expect(stand(entries).isSafe('Cid')).toBe(true)
  expect(stand(entries).isSafe('Ann')).toBe(false)
})

test('without its cones an entry could have been elsewhere; a clean best run could have been nothing else', () => {
  const { couldHave } = stand([
    ['Ann', 'SS', ['40.000']],
    ['Bob', 'SS', ['39.500+1', '41.000']],
    ['Cid', 'SS', ['42.000', '43.000+1']],
    ['Dan', 'SS', ['44.000+2']],
  ])
  expect(couldHave('Bob')).toMatchObject({ total: 39_500, position: { place: 1, shared: false } })
  expect(couldHave('Cid')).toBeUndefined()
  expect(couldHave('Dan')).toMatchObject({ total: 44_000, position: { place: 4 } })
})
