import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { readFolder } from '../render/read-folder.fixture.ts'
import { derived, type Printing, printed } from './oracle.fixture.ts'

// README.md says what each event covers, and how its published results were made.

const folder = fileURLToPath(new URL('./events/', import.meta.url))

interface OracleEvent extends Printing {
  readonly entries: number
  /** What the file publishes for every entry. */
  readonly publishes: string
  /** The file lists classes as the event does, and entries by position. */
  readonly in_order: boolean
  readonly warnings: readonly string[]
}

const whole = 'position total diff from_first time raw_position indexed pax_position'
const index = 'time raw_position indexed pax_position'
const rallycross = 'position total from_first raw_position'
const sorted = { lead: false, in_order: true, warnings: [] }
const indexed = { ...sorted, marks: '=', in_order: false, entries: 10, publishes: index } as const

const events: Readonly<Record<string, OracleEvent>> = {
  'axware-grid': {
    ...sorted,
    marks: '=T',
    lead: true,
    in_order: false,
    entries: 24,
    publishes: whole,
    warnings: ['repeated_name', 'repeated_name'],
  },
  'axware-live-html': {
    ...sorted,
    marks: 'T',
    lead: true,
    entries: 15,
    publishes: 'position total diff',
    warnings: ['repeated_name'],
  },
  'club-csv': {
    ...sorted,
    marks: 'T',
    in_order: false,
    entries: 15,
    publishes: `position ${index}`,
    // Two indexed times in the file are not those of its runs, and decide positions all the same.
    warnings: ['repeated_name', 'indexed_differs', 'indexed_differs'],
  },
  'fun-runs': {
    ...sorted,
    marks: '=T',
    lead: true,
    entries: 14,
    publishes: `position diff from_first ${index}`,
    warnings: ['repeated_name', 'repeated_name', 'repeated_name'],
  },
  hillclimb: { ...sorted, marks: '=T', entries: 11, publishes: 'position total diff from_first raw_position' },
  'index-on-raw': { ...sorted, marks: '=T', entries: 9, publishes: `position from_first ${index}` },
  'index-rounded': indexed,
  'index-rounded-first': indexed,
  'index-truncated': indexed,
  race: { ...sorted, marks: '=T', entries: 8, publishes: 'position total diff completed raw_position' },
  rallycross: { ...sorted, marks: '=T', entries: 12, publishes: rallycross },
  'rallycross-all-runs': { ...sorted, marks: '=T', entries: 12, publishes: rallycross },
  'rallycross-dnf': {
    ...{ ...sorted, marks: '=', in_order: false, entries: 10 },
    publishes: 'position total completed from_first raw_position',
  },
  'rallycross-two-dropped': { ...sorted, marks: '=T', entries: 8, publishes: rallycross },
  'time-trial': { ...sorted, marks: '=T', entries: 6, publishes: 'position total diff raw_position' },
  'totals-only': {
    ...{ ...sorted, marks: '=', in_order: false, entries: 9 },
    publishes: 'position time from_first raw_position',
  },
  'two-course': { ...sorted, marks: 'T', entries: 8, publishes: 'position total diff raw_position' },
  'two-day': { ...sorted, marks: '=T', lead: true, entries: 11, publishes: whole },
  'two-day-both': {
    ...{ ...sorted, marks: '=', in_order: false, entries: 8 },
    publishes: 'position total completed from_first raw_position indexed pax_position',
  },
}

test('every folder of oracle/events is compared', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(events))
})

describe.each(Object.entries(events))('the results of %s equal those that its file publishes', async (name, oracle) => {
  const { event, drivers, warnings } = await readFolder(`${folder}${name}`)
  const all = standingsOf(drivers, event)

  test('in number of entries and warnings', () => {
    expect(drivers).toHaveLength(oracle.entries)
    expect(warnings.map(({ code }) => code)).toEqual(oracle.warnings)
  })

  test.each(drivers.map((driver) => [driver.driver_name, driver] as const))('for %s', (_, driver) => {
    const published = printed(driver)
    const standing = all.by_name.get(driver.driver_name)
    if (!standing) throw new Error('It is not in the standings.')
    expect([...published.keys()].sort()).toEqual(oracle.publishes.split(' ').sort())
    expect(derived(standing, published.keys(), all, oracle)).toEqual(published)
  })
})

const inOrder = Object.keys(events).filter((name) => events[name]?.in_order)

test.each(inOrder)('the classes and entries of %s have the order of its file', async (name) => {
  const { event, drivers } = await readFolder(`${folder}${name}`)
  const names = standingsOf(drivers, event).classes.flatMap(({ entries }) =>
    entries.map(({ driver }) => driver.driver_name),
  )
  expect(names).toEqual(drivers.map(({ driver_name }) => driver_name))
})

test.each([
  [
    'axware-grid',
    ['Ingrid Sæther', 'Ian O’Malley', 'Enrique "Kiko" Santibáñez', 'Thaddeus Yorba, IV', 'Sofia Lindqvist (to 31)'],
  ],
  ['club-csv', ['Yorick Hale, III', 'Mikołaj Zając (P-AS 12)', 'Hartmut Löwe']],
  ['rallycross', ['Íñigo Beltrán', 'Niklas Sjögren']],
])('the names of %s are read as they are written', async (name, names) => {
  const { drivers } = await readFolder(`${folder}${name}`)
  expect(drivers.map(({ driver_name }) => driver_name)).toEqual(expect.arrayContaining(names))
})

test("the classes of axware-live-html have the names, entries and trophies of the page's headings", async () => {
  const { event, drivers } = await readFolder(`${folder}axware-live-html`)
  const page = readFileSync(`${folder}axware-live-html/live.html`, 'latin1')
  const headings = page.matchAll(/> (\w+) - '(.+)' Total Entries: (\d+) Trophies: (\d+)</g)
  const published = [...headings].map(([, ...heading]) => heading)
  expect(published).toHaveLength(4)
  const classes = standingsOf(drivers, event).classes
  expect(classes.map(({ code, name, entries, trophies }) => [code, name, `${entries.length}`, `${trophies}`])).toEqual(
    published,
  )
})
