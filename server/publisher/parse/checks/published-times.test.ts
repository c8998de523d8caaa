import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../../../../lib/record/driver.ts'
import { eventSchema } from '../../../../lib/record/event.ts'
import { repetitions } from '../../../../testing/repetitions.ts'
import { sourceChecks } from './source-checks.ts'

const eventWith = (settings: object = {}) => eventSchema.parse({ title: 'Test', ...settings })
const warningsOf = (drivers: readonly Driver[], event = eventWith()) =>
  sourceChecks(drivers, new Map(), event).filter(({ code }) => /differs$/.test(code))
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3)

/** The ways in which programs lose the decimals of an indexed time. */
const waysToRound: readonly ((exact: number) => number)[] = [
  (exact) => Math.trunc(exact),
  (exact) => Math.round(exact),
  (exact) => Math.trunc(Math.round(exact * 10) / 10),
]

/** Entries of one class, each with the total of its best run, as a file prints them. */
const printedClass = fc
  .record({
    totals: fc.array(fc.integer({ min: 30_000, max: 90_000 }), { minLength: 3, maxLength: 8 }),
    factor: fc.integer({ min: 700, max: 999 }).map((thousandths) => thousandths / 1000),
    rounding: fc.constantFrom(...waysToRound),
    isSameCell: fc.boolean(),
    hasIndex: fc.boolean(),
  })
  .map(({ totals, factor, rounding, isSameCell, hasIndex }) => ({
    event: eventWith(hasIndex ? { classes: [{ code: 'STR', index: factor }] } : {}),
    isSameCell,
    drivers: totals.map((total, index): Driver => {
      const indexed = seconds(rounding(total * factor))
      const runs = [seconds(total + 100), `${seconds(total - 2000)}+1`]
      const published_total = isSameCell ? indexed : seconds(total)
      return {
        driver_name: `Driver ${index}`,
        class: 'NSTR',
        group: 'N',
        number: `${index}`,
        runs,
        published_total,
        published_indexed: indexed,
      }
    }),
  }))

test('given a file that agrees with its runs, then no warning is given, however it rounds and with or without an index', () => {
  const property = fc.property(printedClass, ({ drivers, event }) => {
    expect(warningsOf(drivers, event)).toEqual([])
  })
  fc.assert(property, { numRuns: repetitions({ unit: 300, full: 5000 }) })
})

test('given one stale indexed time among those of a class, then it brings the one warning, also from the cell of the total', () => {
  const stale = fc.tuple(printedClass, fc.nat(), fc.constantFrom(-4000, -2000, -50, 50, 2000))
  const property = fc.property(stale, ([{ drivers, event, isSameCell }, at, error]) => {
    const index = at % drivers.length
    const before = drivers[index]
    if (!before) return
    const published_indexed = seconds(Math.round(Number(before.published_indexed) * 1000) + error)
    const published_total = isSameCell ? published_indexed : before.published_total
    const wrong = drivers.with(index, { ...before, published_indexed, published_total })
    // A stale time can happen to be the total: then nothing tells it from the cell of the total.
    const isTotal = published_total === published_indexed
    expect(warningsOf(wrong, event)).toMatchObject([
      {
        code: isTotal ? 'total_differs' : 'indexed_differs',
        message: expect.stringContaining(`Driver ${index}: the file has the ${isTotal ? 'total' : 'indexed time'}`),
      },
    ])
  })
  fc.assert(property, { numRuns: repetitions({ unit: 300, full: 5000 }) })
})

const grouped = (number: string, run: string, indexed: string, more: Partial<Driver> = {}): Driver => ({
  driver_name: `Driver ${number}`,
  class: 'NHS',
  group: 'N',
  number,
  runs: [run],
  published_indexed: indexed,
  ...more,
})

test('given a total with a cone and a stale indexed time without it, then the indexed time brings a warning', () => {
  const event = eventWith({ classes: [{ code: 'HS', index: 0.786 }] })
  const stale = grouped('1', '85.309+1', '67.052', { published_total: '87.309' })
  expect(warningsOf([stale], event).map(({ message }) => message)).toEqual([
    'Driver 1: the file has the indexed time 67.052; its runs give 87.309 x 0.786 = 68.625.',
  ])
})

test('given no index and two entries whose indexed times imply different factors, then one warning names both', () => {
  const [warning, ...more] = warningsOf([grouped('1', '50.000', '40.000'), grouped('2', '60.000', '49.200')])
  expect(more).toEqual([])
  expect(warning?.message).toBe(
    'Class NHS: the indexed times of Driver 1 and Driver 2 are of two indices, 0.8 and 0.82; one may be stale.',
  )
})

test('given indexed times of another index than that of event.yaml, then one warning for the class has both indices', () => {
  const entries = ['50.000', '55.000', '60.000'].map((run, at) =>
    grouped(`${at}`, run, seconds(Math.trunc(Number(run) * 800))),
  )
  const event = eventWith({ classes: [{ code: 'HS', index: 0.786 }] })
  expect(warningsOf(entries, event)).toMatchObject([
    {
      code: 'indexed_differs',
      message:
        'Class NHS: the indexed times in the file are those of the index 0.8; event.yaml has 0.786. Correct one of them.',
    },
  ])
})

test('given runs without a time and an indexed time in the file, then a warning says that the runs give none', () => {
  expect(warningsOf([grouped('1', 'DNF', '40.000')])).toMatchObject([
    { message: 'Driver 1: the file has the indexed time 40.000; its runs give no time.' },
  ])
  expect(warningsOf([grouped('1', '', '40.000')])).toEqual([])
})

test('given three entries of one class of which no two share a factor, then no warning is given', () => {
  const entries = [grouped('1', '50.0', '40.0'), grouped('2', '50.0', '41.0'), grouped('3', '50.0', '42.0')]
  expect(warningsOf(entries)).toEqual([])
})

test('given an index that multiplies raw times, then indexed times that agree bring no warning, and others do', () => {
  const event = eventWith({ index_applies_to: 'raw', classes: [{ code: 'HS', index: 0.8 }] })
  const agreeing = grouped('1', '50.000+1', '42.000', { published_total: '52.000' })
  expect(warningsOf([agreeing], event)).toEqual([])
  expect(warningsOf([{ ...agreeing, published_indexed: '41.600' }], event)).toHaveLength(1)
})
