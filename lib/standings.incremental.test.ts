import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffDrivers } from './diff.ts'
import { byName, type Driver, type Drivers } from './driver.ts'
import { followChanges } from './driver-list.ts'
import { type Event, eventSchema, scoringRules } from './event.ts'
import { newsBetween } from './news.ts'
import { type Standings, standings } from './standings.ts'

/** Few names, classes and times, so that people tie, come back, change classes and are alone in one. */
const run = fc.constantFrom('40.000', '40.001', '41.0', '41.0+1', '43.0', 'DNF', '', '39.0+RRN')
const code = fc.constantFrom('SS', 'ss', 'AS', 'NAS', 'n', 'xx', 'TO', '')
const record: fc.Arbitrary<Driver> = fc.record(
  {
    driver_name: fc.constantFrom('__proto__', 'Ann', 'ann', 'Änn', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay', 'Gus'),
    display_name: fc.constantFrom('Ann', 'Bob', 'bob'),
    class: code,
    number: fc.constantFrom('1', '01', '10', 'x'),
    group: code,
    published_indexed: fc.constantFrom('32.000', '33.5', 'dns'),
    runs: fc.oneof(fc.array(run, { maxLength: 3 }), fc.array(fc.array(run, { maxLength: 2 }), { maxLength: 3 })),
  },
  { requiredKeys: ['driver_name'] },
)
const event: fc.Arbitrary<Event> = fc
  .record({
    scoring: fc.constantFrom(...scoringRules),
    ties: fc.constantFrom('shared', 'next_best_run'),
    trophies: fc.constantFrom('third', 'none', [1, 1, 2]),
    runs_per_entry: fc.constantFrom(undefined, 3),
    classes: fc.subarray([
      { code: 'Ss', index: 0.8 },
      { code: 'AS', index: 0.815 },
      { code: 'nas', group: 'N' },
      { code: 'to', index: 0.7, counts: false },
    ]),
  })
  .map((settings) => eventSchema.parse({ title: 'Test', ...settings }))

/** One list after the other: some records are written, some taken out, the rest stays and moves about. */
interface Step {
  readonly written: readonly Driver[]
  readonly gone: readonly string[]
  readonly reversed: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  written: fc.array(record, { maxLength: 4 }),
  gone: fc.array(
    record.map((driver) => driver.driver_name),
    { maxLength: 2 },
  ),
  reversed: fc.boolean(),
})

function nextList(list: readonly Driver[], { written, gone, reversed }: Step): readonly Driver[] {
  const drivers = byName([...list, ...written])
  for (const name of gone) drivers.delete(name)
  const after = [...drivers.values()]
  return reversed ? after.reverse() : after
}

/** Maps in their order, too. */
function spelledOut({ by_name, ...rest }: Standings) {
  return { ...rest, by_name: [...by_name] }
}

test('after any sequence of lists the standings are those of the last list alone', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.array(step, { maxLength: 8 }), event, (first, steps, event) => {
      let list: readonly Driver[] = [...byName(first).values()]
      let before = standings(list, event)
      for (const one of steps) {
        list = nextList(list, one)
        const after = standings(list, event, before)
        expect(spelledOut(after)).toEqual(spelledOut(standings(list, event)))
        before = after
      }
    }),
    { numRuns: 150 },
  )
})

test('so are those of a list that was followed change by change, also when some lists were never asked about', () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 30 }),
      fc.array(fc.record({ step, samePeople: fc.boolean(), isAsked: fc.boolean() }), { maxLength: 12 }),
      event,
      (first, steps, event) => {
        let list: Drivers = byName(first)
        let before = standings(list, event)
        for (const { step, samePeople, isAsked } of steps) {
          const written = step.written.filter(({ driver_name }) => !samePeople || list.has(driver_name))
          const gone = samePeople ? [] : step.gone
          const next = byName(nextList([...list.values()], { written, gone, reversed: false }))
          list = followChanges(list, diffDrivers(list, next))
          if (!isAsked) continue
          const after = standings(list, event, before)
          expect(spelledOut(after)).toEqual(spelledOut(standings([...list.values()], event)))
          before = after
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('what says the same is the same object, and what was before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), step, step, event, (first, one, other, event) => {
      const list = [...byName(first).values()]
      const before = standings(list, event)
      const copy = structuredClone(spelledOut(before))
      const after = standings(nextList(list, one), event, before)
      // Another way from the same standings: the first must have left no trace.
      const otherList = nextList(list, other)
      expect(spelledOut(standings(otherList, event, before))).toEqual(spelledOut(standings(otherList, event)))
      expect(spelledOut(before)).toEqual(copy)
      for (const [name, row] of after.by_name) {
        const old = before.by_name.get(name)
        if (old?.driver !== row.driver) continue
        expect(row === old).toBe(same(row, old))
      }
      for (const [index, rows] of [after.raw, after.pax].entries()) {
        const old = [before.raw, before.pax][index]
        expect(rows === old).toBe(rows.length === old?.length && rows.every((row, place) => row === old[place]))
      }
      expect(newsBetween(before, before, 1, 1)).toEqual([])
    }),
  )
})

test('of two records with one name the last holds, before and after', () => {
  const rules = eventSchema.parse({ title: 'Test' })
  const [slow, fast]: Driver[] = ['41.0', '40.0'].map((time) => ({ driver_name: 'Ann', runs: [time] }))
  if (!slow || !fast) throw new Error('two records')
  const before = standings([slow, fast], rules)
  expect(before.raw.map(({ total }) => total)).toEqual([40_000])
  expect(standings([slow, fast], rules, before)).toBe(before)
  expect(standings([fast, slow], rules, before).raw.map(({ total }) => total)).toEqual([41_000])
  // Named twice by the list before, too.
  const twice = standings([slow, fast], rules, standings([slow], rules))
  expect(twice.raw.map(({ total }) => total)).toEqual([40_000])
  expect(standings([slow, fast], rules, twice)).toBe(twice)
})

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
