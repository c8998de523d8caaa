import { expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readHtmlRows } from './html-rows.ts'

// cspell:ignore Fahrer: a heading that is not there
const tr = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`
const head = tr(['Pos', 'Driver', 'Run 1', 'Pen', 'Run 2', 'Pen'], 'th')
const ann = tr(['1', 'Ann', '60.1', '1', '61.2', ''])
const bo = tr(['1', 'Bo', '62.1', '', '59.0', '2'])
const wide = (text: string) => `<tr><th colspan=6>${text}</th></tr>\n`
const table = (rows: string, attributes = '') => `<table${attributes}>\n${rows}</table>\n`
const page = (body: string) => `<html><head><title>Slalom</title></head><body>\n${body}</body></html>\n`

/** Of each row of all tables with a driver: heading, driver, runs with penalties. */
function read(body: string) {
  const { table: found } = readHtmlRows(page(body), 'a.html', { header: 'driver', all: true })
  return found?.rows.map((row) => [row.heading, row.heading_code, row.Driver, row['Run 1'], row['Pen (2)']])
}
const both = (heading: string, code = heading) => [
  [heading, code, 'Ann', '60.1', ''],
  ['SS', 'SS', 'Bo', '62.1', '2'],
]

const layouts: readonly (readonly [string, string])[] = [
  ['in a heading', `<h1>Slalom 3</h1><h3>STR</h3>${table(head + ann)}<h3>SS</h3>${table(head + bo)}`],
  [
    'in a caption',
    `<h1>A</h1>${table(`<caption>STR</caption>${head}${ann}`)}${table(`<caption>SS</caption>${head}${bo}`)}`,
  ],
  ['in bold below the title', `<h1>A</h1><p><b>STR</b></p>${table(head + ann)}<b>SS</b><br>${table(head + bo)}`],
  ['as a plain line', `Slalom 3<br>STR<br>${table(head + ann)}<p>SS</p>${table(head + bo)}`],
  ['in a heading above a note', `<h3>STR</h3><p>60 cars</p>${table(head + ann)}<h3>SS</h3><p>2</p>${table(head + bo)}`],
  [
    'in a table of its own',
    [
      ['STR', ann],
      ['SS', bo],
    ]
      .map(([a = '', b = '']) => table(tr([a])) + table(head + b))
      .join(''),
  ],
  ['in a row above the headings', table(wide('STR') + head + ann) + table(wide('SS') + head + bo)],
  ['in rows of one table', table(head + wide('STR') + ann + wide('SS') + bo)],
  ['in rows of one table, whose headings repeat', table(wide('STR') + head + ann + wide('SS') + head + bo)],
  [
    'in cells of a layout',
    `<table><tr><td><h3>STR</h3>${table(head + ann)}</td><td><h3>SS</h3>${table(head + bo)}</td></tr></table>`,
  ],
]
test.each(layouts)('given the class of each table is %s, then the rows of all tables have it', (_, body) => {
  expect(read(body)).toEqual(both('STR'))
})

test('given a heading with a name and a count, then each row has the code and the name', () => {
  const body = `<h2>STR - Street R (12 cars)</h2>${table(head + ann)}`
  const { table: found } = readHtmlRows(page(body), 'a.html', { header: 'Driver', all: true })
  expect(found?.rows[0]).toMatchObject({
    heading: 'STR - Street R (12 cars)',
    heading_code: 'STR',
    heading_name: 'Street R',
  })
})

test('given tables with other columns, then each field is below its own heading, and others are empty', () => {
  const narrow = tr(['Driver', 'Run 1', 'Pen'], 'th') + tr(['Ann', '60.1', '1', '7'])
  const other =
    tr(['Tire', 'Driver', 'Run 1', 'Pen', 'Run 2', 'Pen', 'Run 3']) + tr(['Toyo', 'Bo', '62', '', '59', '2', '58'])
  const { table: found } = readHtmlRows(page(table(narrow) + table(other) + table(head + ann)), 'a.html', {
    header: 'Driver',
    all: true,
  })
  const texts = found?.rows.map(({ heading, heading_code, heading_name, ...row }) => Object.values(row).join('|'))
  expect(found?.names.slice(3).join('|')).toBe('Tire|Driver|Run 1|Pen|Run 2|Run 3|Pos|Column 12|Pen (1)|Pen (2)')
  expect(texts).toEqual(['|Ann|60.1|1||||7|1|', 'Toyo|Bo|62|2|59|58||||2', '|Ann|60.1|1|61.2||1||1|'])
})

test.each([
  ['without a heading', {}],
  ['with the number of a table', { header: 'Driver', table: 1 }],
])('given all=true %s, then the error says what it needs', (_, options) => {
  const wrong = () => readHtmlRows(page(table(head + ann)), 'a.html', { ...options, all: true })
  expect(wrong).toThrow(SourceError)
  expect(wrong).toThrow('all=true needs a header, and reads more than one table.')
})

test('given no table has the heading, then the error has what they begin with', () => {
  const wrong = () => readHtmlRows(page(table(head + ann)), 'a.html', { header: 'Fahrer', all: true })
  expect(wrong).toThrow('no table has the heading "Fahrer"')
})
