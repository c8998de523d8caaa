import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { formatTime } from '../record/run.ts'
import { indexedRun } from '../scoring/own-factor.ts'
import { changedBetween } from '../standings/changed-between.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { followLists } from '../standings/follow-lists.ts'
import type { Standings } from '../standings/standings.ts'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { createMarkedRuns } from './marked-runs.ts'

const markedRuns = (standings: Standings) => createMarkedRuns(standings.event)(stepTo(standings))

/** The step that leads from the standings before, or from nothing. */
function stepTo(after: Standings, before?: Standings) {
  return { standings: after, changed: changedBetween(before ?? standingsOf([], after.event), after) }
}

const classes = [
  { code: 'AS', index: 0.8 },
  { code: 'BS', index: 0.75 },
]

function marksOf(entries: readonly TestEntry[], settings: Record<string, unknown> = { classes }) {
  const { all } = testStandings(entries, settings)
  return [...markedRuns(all)].flatMap(([name, runs]) =>
    runs.map(({ course, run, marks }) => `${name} ${course}.${run} ${marks.join(' ')}`),
  )
}

test('the fastest run by time, the fastest by indexed time and the fastest of each class are marked', () => {
  const marks = marksOf([
    ['Ann', 'AS', ['51.000', '50.000', '49.000+1']],
    ['Bob', 'BS', ['53.000', '60.000']],
    ['Cid', 'BS', ['54.000', '48.000+RRN', 'DNF']],
  ])
  expect(marks).toEqual(['Ann 0.1 fastest best_in_class', 'Bob 0.0 fastest_indexed best_in_class'])
})

test('equally fast runs are all marked, even two of the same entry', () => {
  const marks = marksOf([
    ['Ann', 'AS', ['50.000', '50.000']],
    ['Bob', 'AS', ['48.000+1']],
  ])
  const all = 'fastest fastest_indexed best_in_class'
  expect(marks).toEqual([`Ann 0.0 ${all}`, `Ann 0.1 ${all}`, `Bob 0.0 ${all}`])
})

test('each course has its own marks, and a course without a time has none', () => {
  const marks = marksOf(
    [
      ['Ann', 'XY', [['DNF'], ['50.000']]],
      ['Bob', 'XY', [[], ['51.000'], ['40.000']]],
    ],
    { scoring: 'sum_of_best' },
  )
  expect(marks).toEqual(['Ann 1.0 fastest best_in_class', 'Bob 2.0 fastest best_in_class'])
})

test('in a group of several classes, the fastest run by indexed time is marked, also a published one', () => {
  const group = [
    { code: 'AS', index: 0.8, group: 'N' },
    { code: 'BS', index: 0.75, group: 'N' },
  ]
  expect(
    marksOf(
      [
        ['Ann', 'AS', ['50.000']],
        ['Bob', 'BS', ['56.000'], { published_indexed: '39.000' }],
      ],
      { classes: group },
    ),
  ).toEqual(['Ann 0.0 fastest', 'Bob 0.0 fastest_indexed best_in_class'])
})

test('a list without times has no marks', () => {
  expect(marksOf([['Ann', 'AS', ['DNF', '50+RRN', '']]])).toEqual([])
})

test('exactly the runs with the least indexed time are marked, for every way to multiply and round', () => {
  const run = fc.tuple(fc.integer({ min: 48_000, max: 48_040 }), fc.nat({ max: 2 })).map(([time, cones]) => {
    return `${formatTime(time)}${cones === 0 ? '' : `+${cones}`}`
  })
  const entry = fc.tuple(fc.constantFrom('AS', 'BS', 'CS'), fc.array(run, { maxLength: 4 }))
  const rules = fc.record({
    index_applies_to: fc.constantFrom('total', 'raw'),
    index_rounding: fc.constantFrom('truncate', 'round'),
    penalties: fc.constantFrom({ cone_seconds: 2, gate_seconds: 10 }, { cone_seconds: 0.01, gate_seconds: 10 }),
  })
  const close = [
    { code: 'AS', index: 0.8 },
    { code: 'BS', index: 0.8001 },
    { code: 'CS', index: 0.79995 },
  ]
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), rules, (entries, settings) => {
      const named = entries.map(([code, runs], index): TestEntry => [`Driver ${index}`, code, runs])
      const { all, event } = testStandings(named, { classes: close, ...settings })
      const marks = markedRuns(all)
      const values = all.raw.flatMap((standing) =>
        (standing.runs[0] ?? []).flatMap((one, index) => {
          const value = indexedRun(standing, one, event)
          const own = marks.get(standing.driver.driver_name)?.find(({ run }) => run === index)
          return value === undefined ? [] : [{ value, marked: own?.marks.includes('fastest_indexed') ?? false }]
        }),
      )
      const best = Math.min(...values.map(({ value }) => value))
      for (const { value, marked } of values) expect(marked).toBe(value === best)
    }),
    { numRuns: 300 },
  )
})

test('marks after any steps equal the marks of the same list in one step', () => {
  const run = fc.tuple(fc.integer({ min: 40_000, max: 40_003 }), fc.nat({ max: 1 })).map(([time, cones]) => {
    return `${formatTime(time)}${cones === 0 ? '' : `+${cones}`}`
  })
  const course = fc.array(fc.oneof(run, fc.constant('DNF')), { maxLength: 3 })
  const record: fc.Arbitrary<Driver> = fc.record(
    {
      driver_name: fc.constantFrom('Ann', 'Bob', 'Cid', 'Dee', 'Eve'),
      class: fc.constantFrom('AS', 'as', 'BS', 'TO', ''),
      // With and without entries of two classes, so that its measure changes.
      group: fc.constantFrom('N', 'AS'),
      number: fc.constant('1'),
      runs: fc.oneof(course, fc.array(course, { maxLength: 2 })),
    },
    { requiredKeys: ['driver_name', 'class', 'runs'] },
  )
  const step = fc.record({
    written: fc.array(record, { minLength: 1, maxLength: 3 }),
    removed: fc.option(fc.constantFrom('Ann', 'Bob', 'Cid', 'Dee', 'Eve'), { nil: undefined, freq: 3 }),
  })
  const { event } = testStandings([], { classes: [...classes, { code: 'TO', index: 0.7, counts: false }] })
  let round = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const drivers = new Map<string, Driver>()
      const marksAfter = createMarkedRuns(event)
      const standingsAfter = followLists()
      let all = standingsAfter(new Map(), event)
      for (const { written, removed } of steps) {
        for (const one of written) drivers.set(one.driver_name, one)
        if (removed !== undefined) drivers.delete(removed)
        const before = all
        all = standingsAfter(new Map(drivers), event)
        const marks = marksAfter(stepTo(all, before))
        // Under names that are new each time, so that no state of earlier steps can help.
        round += 1
        const renamed = [...drivers.values()].map((driver) => {
          return { ...driver, driver_name: `${driver.driver_name} ${round}` }
        })
        const expected = new Map(markedRuns(standingsOf(renamed, event)))
        expect(new Map([...marks].map(([name, runs]) => [`${name} ${round}`, runs]))).toEqual(expected)
        expect(markedRuns(all)).toEqual(marks)
        // A step without a change has the same marks.
        expect(marksAfter(stepTo(all, all))).toBe(marks)
      }
    }),
    { numRuns: 300 },
  )
})
