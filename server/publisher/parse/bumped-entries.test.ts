// cspell:ignore nsts
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../../../lib/record/driver.ts'
import { eventSchema } from '../../../lib/record/event.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { repetitions } from '../../../testing/repetitions.ts'
import { createBumpedEntries } from './bumped-entries.ts'

const event = eventSchema.parse({
  title: 'Test',
  classes: [
    { code: 'sts', index: 0.818 },
    { code: 'hs', index: 0.786 },
    { code: 'am', index: 1 },
  ],
})
const unlisted = eventSchema.parse({ title: 'Test' })

/** An entry below a heading, as the recipe for AXWare pages writes it. */
function printed(heading: string, code: string, number: number, run: string, total: string): Driver {
  const isGrouped = heading !== code
  return {
    driver_name: `Driver ${number}`,
    ...{ class: code, number: `${number}`, runs: [run], published_total: total },
    ...(isGrouped && { group: heading, published_indexed: total }),
  }
}

const placesOf = (drivers: readonly Driver[], rules = event) => {
  const [group, ...more] = standingsOf(createBumpedEntries()(drivers, rules), rules).classes
  expect(more).toEqual([])
  return {
    ranked_by: group?.ranked_by,
    places: group?.entries.map(({ driver, class_position }) => `${class_position?.place} ${driver.number}`),
  }
}

const sts = [61_000, 62_000, 63_000].map((time, at) =>
  printed('sts', 'sts', at + 1, `${time / 1000}.0`, `${time / 1000}.000`),
)

test.each([
  ['with an index', event],
  ['without one', unlisted],
])('given one entry of a smaller class below the heading of a class %s, then all are ranked by time', (_, rules) => {
  const bumped = printed('sts', 'stsl', 44, '62.5', '62.500')
  expect(placesOf([...sts, bumped], rules)).toEqual({ ranked_by: 'time', places: ['1 1', '2 2', '3 44', '4 3'] })
})

test('given an entry of another index below the heading of a class, then the printed time decides and no index', () => {
  const bumped = printed('sts', 'hs', 44, '62.5', '62.500')
  expect(placesOf([...sts, bumped])).toEqual({ ranked_by: 'time', places: ['1 1', '2 2', '3 44', '4 3'] })
  const times = { ...bumped, published_indexed: undefined }
  expect(placesOf([...sts, times])).toMatchObject({ places: ['1 1', '2 2', '3 44', '4 3'] })
})

test('given novices of several classes with printed indexed times, then they are ranked on these, also beside an index of 1', () => {
  const novices = [
    printed('n', 'nsts', 1, '50.0', '40.900'),
    printed('n', 'nhs', 2, '51.0', '40.086'),
    printed('n', 'nam', 3, '40.5', '40.500'),
    printed('n', 'nhs', 4, '', 'dns'),
  ]
  expect(placesOf(novices)).toEqual({ ranked_by: 'indexed', places: ['1 2', '2 3', '3 1', 'undefined 4'] })
  expect(placesOf([novices[0], novices[2]].flatMap((one) => one ?? []))).toMatchObject({ ranked_by: 'indexed' })
})

test('given times as totals of an index class without entries of its own, then the index is worked out and decides', () => {
  const pro = [
    { ...printed('p', 'sts', 1, '50.0', '50.000'), published_indexed: undefined },
    { ...printed('p', 'hs', 2, '51.0', '51.000'), published_indexed: undefined },
  ]
  expect(placesOf(pro)).toEqual({ ranked_by: 'indexed', places: ['1 2', '2 1'] })
})

test('given an index group in event.yaml, then no entry of it is ranked by time', () => {
  const rules = eventSchema.parse({ ...event, classes: [...event.classes, { code: 'nhs', group: 'sts' }] })
  const { group: _, published_indexed: __, ...novice } = printed('sts', 'nhs', 44, '62.5', '62.500')
  expect(placesOf([...sts, novice], rules)).toMatchObject({
    ranked_by: 'indexed',
    places: ['1 44', '2 1', '3 2', '4 3'],
  })
})

test('given any classes that a page prints by time and by index, then each has the printed order', () => {
  const time = fc.integer({ min: 40_000, max: 80_000 })
  const classes = fc.record({
    home: fc.uniqueArray(time, { minLength: 1, maxLength: 6 }),
    bumped: fc.uniqueArray(fc.tuple(time, fc.constantFrom('stsl', 'hs', 'am', 'zz')), { maxLength: 3 }),
    isIndexed: fc.boolean(),
    rules: fc.constantFrom(event, unlisted),
  })
  const property = fc.property(classes, ({ home, bumped, isIndexed, rules }) => {
    const text = (milliseconds: number) => (milliseconds / 1000).toFixed(3)
    // An index class has no entries of its own, and prints indexed times; here, of an index that no class has.
    const drivers = isIndexed
      ? home.map((one, at) => printed('n', `n${at}`, at, text(one), text(Math.trunc(one * (0.7 + at / 100)))))
      : [
          ...home.map((one, at) => printed('sts', 'sts', at, text(one), text(one))),
          ...bumped.map(([one, code], at) => printed('sts', code, at + 100, text(one), text(one))),
        ]
    const { places, ranked_by } = placesOf(drivers, rules)
    const order = [...drivers].sort((a, b) => Number(a.published_total) - Number(b.published_total))
    const totals = order.map(({ published_total }) => published_total)
    expect(places).toHaveLength(drivers.length)
    expect(places?.map((place) => place.split(' ')[0]).sort()).toEqual(
      totals.map((total) => `${totals.indexOf(total) + 1}`).sort(),
    )
    for (const place of places ?? []) {
      const [position, number] = place.split(' ')
      expect(order[Number(position) - 1]?.published_total).toBe(
        drivers.find((one) => one.number === number)?.published_total,
      )
    }
    expect(ranked_by).toBe(isIndexed ? 'indexed' : 'time')
  })
  fc.assert(property, { numRuns: repetitions({ unit: 300, full: 5000 }) })
})

test('given the same records again, then the marked ones are the same objects', () => {
  const mark = createBumpedEntries()
  const drivers = [...sts, printed('sts', 'stsl', 44, '62.5', '62.500')]
  const first = mark(drivers, event)
  expect(first.at(-1)).toMatchObject({ class: 'stsl', group: 'sts', group_ranked_by: 'time' })
  expect(mark(drivers, event).map((one, at) => one === first[at])).toEqual(drivers.map(() => true))
})
