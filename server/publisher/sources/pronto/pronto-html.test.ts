import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { prontoRun } from './pronto-entry.ts'
import { readProntoHtml } from './pronto-html.ts'
import { type MadeUpEntry, prontoPage } from './pronto-page.fixture.ts'

const entry = (number: string, name: string, runs: readonly string[], more: Partial<MadeUpEntry> = {}): MadeUpEntry => {
  return { number, name, runs, car: '1990 Mazda Miata', tire: '', total: '45.100', gap: '', ...more }
}
const read = (page: string) => readProntoHtml(page, 'STR.php')

function refusal(page: string): SourceError {
  try {
    read(page)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

test('given a page of a class, then its entries have the fields of those of an AXWare page, and the tire', () => {
  const entries = [
    entry('35', 'Ann Lee', ['RRN', '47.100(1)', '46.089', '<b>45.100</b>'], { tire: 'Toyo' }),
    entry('222', 'Bo Ek', ['', '50.042', 'DNF'], { total: '50.042', gap: '4.942', index: 'GS' }),
    entry('20', 'Cy Om', [], { total: 'No Time' }),
  ]
  const { entries: found, warnings } = read(prontoPage([{ code: 'STR', entries }]))
  const group = { group: 'STR', group_name: '', car: '1990 Mazda Miata', color: '' }
  const ann = { name: 'Ann Lee', number: '35', position: 1, trophy: true, tire: 'Toyo', class: 'STR' }
  const bo = { name: 'Bo Ek', number: '222', position: 2, trophy: false, tire: '', class: 'GS' }
  const cy = { name: 'Cy Om', number: '20', position: 3, trophy: false, tire: '', class: 'STR' }
  expect(found.map(({ line, ...others }) => others)).toEqual([
    { ...group, ...ann, runs: ['RRN', '45.100+1', '46.089', '45.100'], best_run: 3, total: '45.100', difference: '' },
    { ...group, ...bo, runs: ['', '50.042', 'DNF'], best_run: undefined, total: '50.042', difference: '4.942' },
    { ...group, ...cy, runs: [], best_run: undefined, total: '', difference: '' },
  ])
  expect(warnings).toEqual([])
})

test('given a time with cones, then it includes 2 s for each, or as many as the template says', () => {
  const cells = ['50.192(1)', '1:01.040(4)', '48.130', 'RRN', 'DNF', '', '54.478(11)']
  expect(cells.map((cell) => prontoRun(cell, 2))).toEqual([
    '48.192+1',
    '53.040+4',
    '48.130',
    'RRN',
    'DNF',
    '',
    '32.478+11',
  ])
  expect(cells.map((cell) => prontoRun(cell, 0)).slice(0, 2)).toEqual(['50.192+1', '1:01.040+4'])
  expect(prontoRun('50.192(1)', 1)).toBe('49.192+1')
  expect(prontoRun('50.192(26)', 2)).toBe('50.192+26')
})

const time = fc.integer({ min: 30_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3))
const run = fc.oneof(
  time,
  fc.constantFrom('DNF', 'RRN', 'OFF'),
  fc.tuple(time, fc.nat(3)).map(([raw, cones]) => `${raw}+${cones}`),
)
const anyEntry = fc.record({
  number: fc.constantFrom('1', '09', '144', 'A7'),
  name: fc.constantFrom('Ann Lee', 'Ian O’Malley', 'Yorba, IV', 'José Ruiz', 'DNF'),
  car: fc.constantFrom('', '2003 Mazda miata', 'Tin &amp; Rust'),
  tire: fc.constantFrom('', 'Toyo'),
  runs: fc.array(run, { maxLength: 9 }),
  gap: fc.constantFrom('', '0.037'),
  index: fc.constantFrom('', 'GS'),
})
const anyClasses = fc.array(
  fc.record({
    code: fc.constantFrom('STR', 'CAMS', '1SCL', 'Pro 2'),
    entries: fc.array(anyEntry, { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const layouts = fc.record({
  layout: fc.constantFrom('capitals', 'html5'),
  perRow: fc.integer({ min: 2, max: 8 }),
} as const)

/** As the page prints a run such as `48.192+1`: with its penalty in the time. */
function printed(notation: string): string {
  const [raw = '', cones] = notation.split('+')
  return cones === undefined || cones === '0' ? raw : `${(Number(raw) + 2 * Number(cones)).toFixed(3)}(${cones})`
}
const printedClasses = (classes: readonly { code: string; entries: readonly Omit<MadeUpEntry, 'total'>[] }[]) =>
  classes.map(({ code, entries }) => ({
    code,
    entries: entries.map((one) => ({ ...one, runs: one.runs.map(printed), total: '45.100' })),
  }))

test('given any classes in either layout, with any number of runs in a row, then each entry has its runs', () => {
  const property = fc.property(anyClasses, layouts, (classes, options) => {
    const { entries, warnings } = read(prontoPage(printedClasses(classes), options))
    const expected = classes.flatMap(({ code, entries: all }) =>
      all.map(({ name, number, runs }) => ({ code, name, number, runs })),
    )
    const clean = (runs: readonly string[]) => runs.map((one) => one.replace(/\+0$/, ''))
    expect(entries.map(({ group: code, name, number, runs }) => ({ code, name, number, runs }))).toEqual(
      expected.map((one) => ({ ...one, runs: clean(one.runs) })),
    )
    expect(warnings).toEqual([])
  })
  fc.assert(property)
})

describe('a damaged page', () => {
  const classes = [
    { code: 'STR', entries: [entry('1', 'Ann', ['45.1', '45.2', '45.3', '45.4']), entry('2', 'Bo', ['46.1'])] },
  ]

  test.each(['capitals', 'html5'] as const)('cut before the end of its results, in %s, is refused', (layout) => {
    const page = prontoPage(classes, { layout })
    const end = page.toLowerCase().lastIndexOf('</table>') + '</table>'.length
    const inHeader = page.search(/class standings/i)
    for (let cut = inHeader + 40; cut < end; cut += 1) {
      expect(refusal(page.slice(0, cut)).code, page.slice(0, cut).slice(-60)).toBe('half_written')
    }
    for (let cut = 0; cut < inHeader; cut += 1) expect(refusal(page.slice(0, cut))).toBeInstanceOf(SourceError)
    expect(read(page.slice(0, end)).entries).toHaveLength(2)
  })

  test('given the row of any entry is lost, then no other entry has its runs, and warnings name the lines', () => {
    const property = fc.property(anyClasses, layouts, fc.nat(), (all, options, at) => {
      const numbered = all.map(({ code, entries }, group) => {
        const own = entries.map((one, index) => ({
          ...one,
          name: `E${group}-${index}`,
          runs: [`${10 + group}${index}.125`],
        }))
        return { code, entries: own.map((one) => ({ ...one, total: '45.100' })) }
      })
      const page = prontoPage(numbered, options)
      const names = numbered.flatMap(({ entries }) => entries.map(({ name }) => name))
      fc.pre((numbered.at(-1)?.entries.length ?? 0) > 1)
      const lost = names[at % names.length] ?? ''
      const rows = page.split(/(?=<tr)/i)
      const { entries, warnings } = read(rows.filter((row) => !row.includes(`>${lost}<`)).join(''))
      for (const { name, runs } of entries) {
        const [, group, index] = /^E(\d)-(\d)$/.exec(name) ?? []
        expect(runs).toEqual([`${10 + Number(group)}${index}.125`])
      }
      expect(warnings.map(({ message }) => message).join()).toContain('runs without the row of their driver')
      expect(warnings.map(({ message }) => message).join()).toContain('promises')
    })
    fc.assert(property)
  })

  test('given it stops between two classes, then it is refused, unless the heading promises no car', () => {
    const page = (promised: number) => prontoPage([...classes, { code: 'CAMS', entries: [], promised }])
    const cut = (promised: number) => page(promised).slice(0, page(promised).lastIndexOf('<br>'))
    expect(refusal(cut(4))).toMatchObject({ code: 'half_written', message: expect.stringContaining('class CAMS') })
    expect(read(cut(0)).entries).toHaveLength(2)
  })

  test('given a page of Pronto without standings, then the error says which pages have them', () => {
    const page = '<html><table><tr><td>Raw</td></tr></table></html>'
    expect(refusal(page)).toMatchObject({ code: 'unreadable', hint: expect.stringContaining('Class standings for') })
  })

  test('given results without a heading, then their class is empty and a warning says so', () => {
    const { entries, warnings } = read(prontoPage(classes).replace(/Class standings for[^<]*/, ''))
    expect(entries.map((one) => one.class)).toEqual(['', ''])
    expect(warnings).toMatchObject([{ file: 'STR.php', message: expect.stringContaining('gives the class') }])
  })

  test('given a run with a penalty that nobody knows, then a warning names it and its entry', () => {
    const { warnings } = read(prontoPage([{ code: 'STR', entries: [entry('1', 'Ann', ['45.1(x)'])] }]))
    expect(warnings).toMatchObject([{ message: expect.stringContaining('"45.1+x" of Ann') }])
  })
})
