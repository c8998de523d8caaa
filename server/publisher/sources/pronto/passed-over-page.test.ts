import { expect, test } from 'vitest'
import { passedOverWarnings } from './passed-over-page.ts'
import { type MadeUpEntry, type ProntoLayout, prontoPage } from './pronto-page.fixture.ts'

const entry = (number: string, name: string, runs: readonly string[]): MadeUpEntry => {
  return { number, name, runs, car: '1990 Mazda Miata', tire: '', total: '45.100', gap: '' }
}
const entries = [
  entry('35', 'Ann Lee', ['47.100(1)', '46.089', '45.100']),
  entry('9', 'Bo Ek', ['RRN', '46.2']),
  entry('4', 'Cy Om', []),
]
const page = (layout: ProntoLayout, heading = '', perRow = 3) =>
  prontoPage([{ code: 'STR', entries }], { layout, perRow }).replace(/Class standings for[^<\n]*/i, heading)

test.each([
  ['its heading is lost, in capitals', page('capitals')],
  ['its heading is lost, in HTML 5', page('html5')],
  ['its heading has other words', page('capitals', 'Results of class STR [3 Cars]')],
  ['it has many rows of runs an entry', page('capitals', '', 2)],
  ['its first table is gone', page('capitals').replace(/<Table>[\s\S]*?<\/Table>/, '')],
])('given a page with the runs of a class, when %s, then a warning names file, line and remedy', (_, text) => {
  const line = text.slice(0, text.search(/<TD><b>35|<td>35/)).split('\n').length
  const [warning, ...others] = passedOverWarnings(text, 'live/STR.html')
  expect(others).toEqual([])
  expect(warning).toMatchObject({ code: 'passed_over', file: 'live/STR.html' })
  expect(Math.abs((warning?.line ?? 0) - line)).toBeLessThan(4)
  expect(warning?.message).toContain('the runs of 3 entries')
  expect(warning?.message).toContain('pronto_html(["STR.html"])')
})

const row = (cells: readonly string[]) => `<TR>${cells.map((cell) => `<TD>${cell}</TD>`).join('')}</TR>\n`
const table = (rows: readonly (readonly string[])[]) => `<html><Table>\n${rows.map(row).join('')}</Table></html>`
const totals = ['Position', 'Class', 'Car #', 'Name', 'Raw Corrected Time']

test.each([
  ['a page of totals', table([totals, ['1', 'STR', '135', 'Ann', '46.089'], ['2', 'GS', '9', 'Bo', '47.1']])],
  [
    'a page of totals with a row of means below them',
    table([totals, ['1', 'STR', '135', 'Ann', '46.089'], ['2', 'GS', '9', 'Bo', '47.1'], ['', '', '', '46.5', '46.6']]),
  ],
  [
    'a page with a row a run',
    table([['Pos', 'Car #', 'Name', 'Run'], ...[1, 2].map((n) => [`${n}`, '9', 'Bo', '46.2'])]),
  ],
  ['a page of links', '<html><ul><li><a href="STR.html">STR</a></li></ul></html>'],
  ['a page of a class before its first run', prontoPage([{ code: 'STR', entries: [] }])],
  ['a page of a class in which nobody has a time', page('capitals').replace(/\d\d\.\d+(?:\(\d\))?/g, 'DNS')],
  ['a page that stops in a table', '<html><Table><TR><TD>Pos</TD>'],
  ['a note', 'Lake Region Solo\n'],
  ['nothing', ''],
])('given %s, then nothing is said of it', (_, text) => {
  expect(passedOverWarnings(text, 'a.html')).toEqual([])
})
