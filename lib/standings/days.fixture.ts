import fc from 'fast-check'
import type { Changes } from '../list/diff.ts'
import type { Driver } from '../record/driver.ts'
import { type Event, eventSchema, scoringRules } from '../record/event.ts'

/** One event, its first list, and the change sets that follow one after the other. */
export interface Day {
  readonly event: Event
  readonly first: readonly Driver[]
  readonly steps: readonly Changes[]
}

/** Few times and classes, so that results tie, classes change their members and measure, and positions change. */
const run = fc.constantFrom('40.000', '40.001', '41.0', '41.0+1', '43.0', 'DNF', '42.0+DNF', '', '39.0+RRN', '50.0+0/1')
const code = fc.constantFrom('SS', 'ss', 'AS', 'NAS', 'n', 'xx', 'TO', '')
const name = fc.oneof(
  fc.nat({ max: 47 }).map((number) => `Driver ${number}`),
  fc.constantFrom('__proto__', 'Ann', 'ann', 'Änn'),
)
const runs = fc.oneof(fc.array(run, { maxLength: 3 }), fc.array(fc.array(run, { maxLength: 2 }), { maxLength: 3 }))

const record: fc.Arbitrary<Driver> = fc.record(
  {
    driver_name: name,
    display_name: fc.constantFrom('Ann', 'Bob', 'bob'),
    class: code,
    number: fc.constantFrom('1', '01', '10', 'x'),
    group: code,
    index_class: code,
    group_ranked_by: fc.constantFrom('time', 'indexed'),
    published_indexed: fc.constantFrom('32.000', '33.5', 'dns'),
    published_total: fc.constantFrom('41.000', '82.0', 'dns'),
    published_laps: fc.constantFrom(1, 2),
    tie_order: fc.constantFrom(1, 2),
    runs,
  },
  { requiredKeys: ['driver_name', 'class', 'runs'] },
)

const event: fc.Arbitrary<Event> = fc
  .record({
    scoring: fc.constantFrom(...scoringRules),
    ties: fc.constantFrom('shared', 'next_best_run'),
    drop_slowest: fc.nat({ max: 2 }),
    index_applies_to: fc.constantFrom('total', 'raw'),
    trophies: fc.constantFrom('third', 'none', [1, 1, 2]),
    runs_per_entry: fc.constantFrom(undefined, 3),
    required_runs: fc.constantFrom(undefined, 1, 2),
    required_courses: fc.constantFrom(undefined, 1, 2),
    penalties: fc.constantFrom({}, { dnf_seconds: 1 }, { dnf_maximum: 43 }, { dnf_seconds: 1, dnf_maximum: 43 }),
    classes: fc.subarray([
      { code: 'Ss', index: 0.8 },
      { code: 'AS', index: 0.815 },
      { code: 'nas', group: 'N' },
      { code: 'to', index: 0.7, counts: false },
    ]),
  })
  .map((settings) => eventSchema.parse({ title: 'Test', ...settings }))

/** Mostly one record changes: only then does a long list take the path that inserts instead of sorting all. */
const changes: fc.Arbitrary<Changes> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ create: fc.constant([]), update: fc.tuple(record), destroy: fc.constant([]) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      create: fc.array(name, { maxLength: 2 }),
      update: fc.array(record, { maxLength: 3 }),
      destroy: fc.array(name, { maxLength: 2 }),
    }),
  },
)

export const day: fc.Arbitrary<Day> = fc.record({
  event,
  first: fc.oneof(
    { weight: 2, arbitrary: fc.array(record, { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(record, { minLength: 40, maxLength: 50 }) },
  ),
  steps: fc.array(changes, { minLength: 1, maxLength: 6 }),
})
