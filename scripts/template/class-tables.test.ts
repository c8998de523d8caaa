import fc from 'fast-check'
import { expect, test } from 'vitest'
import { driversOf, entriesOf, proposedList } from './proposed-list.fixture.ts'

interface MadeUpClass {
  readonly code: string
  readonly name: string
  readonly entries: readonly { readonly name: string; readonly number: number; readonly runs: readonly string[] }[]
}

const run = fc.integer({ min: 30_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3))
const entry = fc.record({
  name: fc.constantFrom('Ann Lee', 'Bo Ek', 'Cy Om', 'Di Fox'),
  number: fc.integer({ min: 1, max: 999 }),
  runs: fc.array(fc.oneof(run, fc.constant('DNF')), { minLength: 1, maxLength: 4 }),
})
const classes = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('STR', 'CAM-S', 'XB', 'P2', 'SS'),
    name: fc.constantFrom('Street Touring', 'Classic Muscle', 'Extreme'),
    entries: fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ number }) => number }),
  }),
  { minLength: 2, maxLength: 5, selector: ({ code }) => code },
)

const row = (cells: readonly string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${cell}`).join('')}</tr>\n`

/** The header and the rows of a class; a table is as wide as its longest row. */
function rowsOf({ entries }: MadeUpClass, width: number, isHeaded: boolean): string {
  const runs = Array.from({ length: width }, (_, index) => `Run ${index + 1}`)
  const head = isHeaded ? row(['Pos', 'No', 'Driver', ...runs], 'th') : ''
  const body = entries.map(({ name, number, runs: made }, index) => row([`${index + 1}`, `${number}`, name, ...made]))
  return head + body.join('')
}
const widthOf = (all: readonly MadeUpClass[]) =>
  Math.max(...all.flatMap(({ entries }) => entries.map(({ runs }) => runs.length)))
const headingOf = ({ code, name, entries }: MadeUpClass) => `${code} - ${name} (${entries.length} entries)`

/** How pages show several classes. */
const layouts: Readonly<Record<string, (all: readonly MadeUpClass[]) => string>> = {
  headings: (all) =>
    all.map((one) => `<h3>${headingOf(one)}</h3><table>\n${rowsOf(one, widthOf([one]), true)}</table>\n`).join(''),
  captions: (all) =>
    all
      .map((one) => `<table><caption>${headingOf(one)}</caption>\n${rowsOf(one, widthOf(all), true)}</table>\n`)
      .join(''),
  banners: (all) =>
    all
      .map((one) => `<table>${row([headingOf(one)])}</table><table>\n${rowsOf(one, widthOf(all), true)}</table>\n`)
      .join(''),
  rows: (all) => {
    const sections = all.map((one, index) => {
      const heading = `<tr><th colspan=9>${headingOf(one)}</th></tr>\n`
      return index === 0
        ? rowsOf({ ...one, entries: [] }, widthOf(all), true) + heading + rowsOf(one, widthOf(all), false)
        : heading + rowsOf(one, widthOf(all), false)
    })
    return `<table>\n${sections.join('')}</table>\n`
  },
}

test('given a page with a table or a section a class, then the proposed template makes the entries of all', async () => {
  const property = fc.asyncProperty(classes, fc.constantFrom(...Object.keys(layouts)), async (made, layout) => {
    // A page that has entries twice has rankings, and is another case.
    const all = made.map((one, index) => {
      return { ...one, entries: one.entries.map((car) => ({ ...car, number: index * 1000 + car.number })) }
    })
    const page = `<html><h1>Spring Slalom</h1>\n${layouts[layout]?.(all)}</html>\n`
    const proposed = await proposedList(['results.html', page])
    const expected = all.flatMap(({ code, entries }) =>
      entries.map(({ name, number, runs }) => [name, code, `${number}`, [...runs]]),
    )
    expect(entriesOf(proposed)).toEqual(expected)
    expect(driversOf(proposed)).toEqual(expected)
    for (const { code, name } of all) expect(proposed.event).toContain(`  ${code}: ${name}\n`)
  })
  await fc.assert(property, { numRuns: 60 })
})

const ann = { name: 'Ann Lee', number: 7, runs: ['60.1', '59.2'] }
const bo = { name: 'Bo Ek', number: 9, runs: ['61.1', '58.2'] }
const tableOf = (entries: MadeUpClass['entries']) =>
  `<table>${rowsOf({ code: '', name: '', entries }, 2, true)}</table>`

test('given a page with a second ranking of the same entries, then the template reads the first table alone', async () => {
  const page = `<html><h3>Overall</h3>${tableOf([bo, ann])}<h3>Raw</h3>${tableOf([ann, bo])}</html>`
  const proposed = await proposedList(['r.html', page])
  expect(driversOf(proposed)).toEqual([
    ['Bo Ek', '', '9', bo.runs],
    ['Ann Lee', '', '7', ann.runs],
  ])
  expect(proposed.recognised[0]?.doubts.join()).toContain('have the same entries; only the first table is read')
})

test('given tables without headings, then the template reads them all, and the report says that no class is known', async () => {
  const proposed = await proposedList(['r.html', `<html>${tableOf([ann])}${tableOf([bo])}</html>`])
  expect(driversOf(proposed)).toEqual([
    ['Ann Lee', '', '7', ann.runs],
    ['Bo Ek', '', '9', bo.runs],
  ])
  expect(proposed.recognised[0]?.what).toBe('a page with 2 tables of results')
  expect(proposed.recognised[0]?.doubts.join()).toContain('No column is the class')
})

test('given tables with a column for the class, then that is the class, and not the heading of a group', async () => {
  const table = (code: string, driver: string) =>
    `<table>${row(['Driver', 'Class', 'Run 1'], 'th')}${row([driver, code, '60.1'])}</table>`
  const page = `<html><h3>Morning</h3>${table('STR', 'Ann Lee')}<h3>Afternoon</h3>${table('SS', 'Bo Ek')}</html>`
  expect(driversOf(await proposedList(['r.html', page]))).toEqual([
    ['Ann Lee', 'STR', '', ['60.1']],
    ['Bo Ek', 'SS', '', ['60.1']],
  ])
})
