import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { type Event, eventSchema, scoringRules } from '../record/event.ts'
import type { Position } from '../scoring/ranking.ts'
import { standingsOf } from './create-standings.ts'
import type { Standing } from './standing.ts'
import type { Standings } from './standings.ts'

/** Few times and classes, so that ties and groups are frequent. */
const time = fc.constantFrom('40.000', '40.001', '41.0', '41.0+1', '43.0', '43.001', '50.0+0/1', '1:00.0')
const run = fc.oneof(
  { weight: 5, arbitrary: time },
  fc.constantFrom('', 'DNF', '40.0+DNF', '39.0+RRN', '+OFF', 'junk', '40.0+'),
)
const course = fc.array(run, { maxLength: 4 })
const code = fc.constantFrom('SS', 'ss', 'AS', 'NAS', 'n', 'xx', '')
const drivers: fc.Arbitrary<Driver[]> = fc.uniqueArray(
  fc.record(
    {
      driver_name: fc.oneof(
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.constantFrom('__proto__', 'Ann', 'ann', 'Änn'),
      ),
      display_name: fc.constantFrom('Ann', 'Bob'),
      class: code,
      number: fc.constantFrom('1', '01', '10', 'x'),
      group: code,
      index_class: code,
      published_indexed: fc.constantFrom('32.000', '33.5', 'dns', ''),
      published_total: fc.constantFrom('41.000', '1:22.0', 'dns', ''),
      published_laps: fc.constantFrom(1, 2),
      tie_order: fc.constantFrom(1, 2),
      runs: fc.oneof(course, fc.array(course, { maxLength: 3 })),
    },
    { requiredKeys: ['driver_name'] },
  ),
  { selector: (driver) => driver.driver_name, maxLength: 12 },
)
const event: fc.Arbitrary<Event> = fc
  .record({
    scoring: fc.constantFrom(...scoringRules),
    ties: fc.constantFrom('shared', 'next_best_run'),
    required_runs: fc.constantFrom(undefined, 1, 3),
    required_courses: fc.constantFrom(undefined, 1, 2),
    penalties: fc.constantFrom({}, { dnf_seconds: 1 }, { dnf_maximum: 43 }, { dnf_seconds: 1, dnf_maximum: 43 }),
    drop_slowest: fc.nat({ max: 3 }),
    index_applies_to: fc.constantFrom('total', 'raw'),
    index_rounding: fc.constantFrom('truncate', 'round'),
    index_decimals: fc.constantFrom(undefined, 4),
    trophies: fc.constantFrom('third', 'none', [1, 1, 2]),
    classes: fc.subarray([
      { code: 'Ss', index: 0.8 },
      { code: 'AS', index: 0.815 },
      { code: 'nas', group: 'N' },
      { code: 'xx', counts: false },
    ]),
    runs_per_entry: fc.constant(4),
  })
  .map((settings) => eventSchema.parse({ title: 'Test', ...settings }))

/** Every list, with the position that it is ordered by. */
function rankings({ raw, pax, classes }: Standings): [readonly Standing[], (row: Standing) => Position | undefined][] {
  return [
    [raw, (row) => row.raw_position],
    [pax, (row) => row.pax_position],
    ...classes.map(({ entries }): [readonly Standing[], (row: Standing) => Position | undefined] => {
      return [entries, (row) => row.class_position]
    }),
  ]
}

test('standings do not depend on the order of the list', () => {
  const shuffled = drivers.chain((list) => {
    return fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
  })
  fc.assert(
    fc.property(shuffled, event, ([list, other], event) => {
      const { by_name: _, ...first } = standingsOf(list, event)
      const { by_name: __, ...second } = standingsOf(other, event)
      expect(second).toEqual(first)
    }),
  )
})

test('a position is one more than the number of better entries, equal entries share it, and the next one skips', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      for (const [rows, positionOf] of rankings(standingsOf(list, event))) {
        const positions = rows.map(positionOf)
        const ranked = positions.filter((position) => position !== undefined)
        expect(positions.slice(ranked.length).every((position) => position === undefined)).toBe(true)
        for (const [index, { place, shared }] of ranked.entries()) {
          const equals = ranked.filter((other) => other.place === place).length
          expect(shared).toBe(equals > 1)
          expect(place).toBe(ranked.findIndex((other) => other.place === place) + 1)
          expect(place).toBeGreaterThanOrEqual(ranked[index - 1]?.place ?? 1)
        }
      }
    }),
  )
})

test('every entry is in every list once, and has a position, gap or trophy only if it counts and has a time', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      const { raw, pax, classes, by_name } = standingsOf(list, event)
      const names = list.map((driver) => driver.driver_name).sort()
      for (const rows of [
        raw,
        pax,
        classes.flatMap(({ entries }) => entries),
        names.map((name) => by_name.get(name)),
      ]) {
        expect(rows.map((row) => row?.driver.driver_name).sort()).toEqual(names)
      }
      for (const row of raw) {
        expect(row.raw_position === undefined).toBe(row.total === undefined || !row.counts)
        expect(row.pax_position === undefined).toBe(row.indexed === undefined || !row.counts)
        if (row.class_position === undefined) expect([row.trophy, row.gap_to_next]).toEqual([false, undefined])
        expect(row.gap_to_next ?? 0).toBeGreaterThanOrEqual(0)
        expect(row.gap_to_first ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(row.gap_to_next ?? 0)
      }
    }),
  )
})

test('of entries that count alike and completed equally many runs, up to those required, less time is never behind', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      const { raw } = standingsOf(list, event)
      for (const [index, row] of raw.entries()) {
        const next = raw[index + 1]
        if (row.total === undefined || next?.total === undefined || row.counts !== next.counts) continue
        const [own, other] = [row.scores[0]?.completed ?? 0, next.scores[0]?.completed ?? 0]
        expect(own).toBeGreaterThanOrEqual(other)
        if (own === other) expect(row.total).toBeLessThanOrEqual(next.total)
      }
    }),
  )
})

test('entries that do not count change nothing in the rows of those that do', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      const rows = [...standingsOf(list, event).raw]
      const counting = rows.filter(({ counts }) => counts)
      const alone = standingsOf(
        counting.map(({ driver }) => driver),
        event,
      ).by_name
      for (const row of counting) {
        // The number of courses and the spelling of a class are read from all entries.
        const { runs_left: _, class_code: __, ...same } = row
        expect(alone.get(row.driver.driver_name)).toMatchObject(same)
      }
    }),
  )
})

test('the times of the best runs add up to the total, or are fewer courses than a total needs', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      for (const { driver, runs, total, completed } of standingsOf(list, event).raw) {
        if (driver.published_total !== undefined) continue
        const best = runs.flat().filter((run) => run.best)
        expect(best).toHaveLength(completed)
        const sum = best.reduce((sum, run) => sum + (run.time ?? Number.NaN), 0)
        if (total === undefined && completed > 0) expect(completed).toBeLessThan(event.required_courses ?? 0)
        else expect(sum).toBe(total ?? 0)
      }
    }),
  )
})

test('a result of the timing file takes the place of runs only where there are none, or where it gives laps of a race', () => {
  fc.assert(
    fc.property(drivers, event, (list, event) => {
      for (const { driver, runs, total } of standingsOf(list, event).raw) {
        const isDriven = runs.flat().some(({ run }) => run.kind !== 'not_run')
        const isRace = event.scoring === 'laps_then_time' && driver.published_laps !== undefined
        const published = { '41.000': 41_000, '1:22.0': 82_000 }[String(driver.published_total)]
        if (published !== undefined && (!isDriven || isRace)) expect(total).toBe(published)
        else if (!isDriven) expect(total).toBeUndefined()
      }
    }),
  )
})

test('one more run never makes the result worse under best_run and best_lap', () => {
  fc.assert(
    fc.property(course, run, event, fc.constantFrom('best_run', 'best_lap'), (runs, another, event, scoring) => {
      const resultOf = (runs: string[]) => {
        const ann = { driver_name: 'Ann', class: 'AS', runs }
        return standingsOf([ann], { ...event, scoring }).raw[0]
      }
      const [before, after] = [resultOf(runs), resultOf([...runs, another])]
      expect(after?.total ?? Infinity).toBeLessThanOrEqual(before?.total ?? Infinity)
      expect(after?.indexed ?? Infinity).toBeLessThanOrEqual(before?.indexed ?? Infinity)
    }),
  )
})

test('one more run never lowers the number of completed runs, under any scoring rule', () => {
  fc.assert(
    fc.property(course, run, event, (runs, another, event) => {
      const completed = (runs: string[]) => standingsOf([{ driver_name: 'Ann', runs }], event).raw[0]?.completed
      expect(completed([...runs, another])).toBeGreaterThanOrEqual(completed(runs) ?? 0)
    }),
  )
})
