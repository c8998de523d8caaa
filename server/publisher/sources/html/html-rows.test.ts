import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readHtmlRows } from './html-rows.ts'
import type { HtmlCell, HtmlTable } from './html-table.ts'
import { gridOf } from './table-grid.ts'

const rowsOf = (page: string, options = {}) => readHtmlRows(page, 'a.html', options).rows

function refusal(page: string, options = {}): SourceError {
  try {
    readHtmlRows(page, 'a.html', options)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

const two = `<html><table><tr><td>Club</td></tr></table>
<table><tr><th>No.</th><th>Driver</th></tr><tr><td>4</td><td>Ann</td></tr><tr><td></td><td></td></tr></table></html>`

/** The spellings of one cell, all of which browsers show as its text. */
const cellText = fc.string({ unit: fc.constantFrom('a', 'é', '4', '.', ' ', '&', '<', '"', '’'), maxLength: 5 })
const spelling = fc.constantFrom(
  (text: string) => `<td>${text}</td>`,
  (text: string) => `<TD align=center>${text}`,
  (text: string) => `<td> <b><font color="red">${text}</font></b>&nbsp;</td>`,
  (text: string) => `<th><span>${text}</span><!-- <td> --></th>`,
)
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('é', '&eacute;').replaceAll('"', '&#34;')
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

test('given cells in any spelling that browsers show alike, then their rows are the texts that people see', () => {
  const row = fc.array(fc.tuple(cellText, spelling), { minLength: 1, maxLength: 5 })
  const property = fc.property(fc.array(row), fc.constantFrom('</html>', ''), (rows, end) => {
    const body = rows.map((cells) => `<tr>${cells.map(([text, spell]) => spell(escaped(text))).join('')}</tr>`)
    const read = rowsOf(`<html><body><table>${body.join('\n')}</table></body>${end}`)
    expect(read).toEqual(rows.map((cells) => cells.map(([text]) => tidy(text))))
  })
  fc.assert(property)
})

test('given two tables, when a template names neither, then it gets the rows of both; else those of one', () => {
  expect(rowsOf(two)).toEqual([['Club'], ['No.', 'Driver'], ['4', 'Ann'], ['', '']])
  expect(rowsOf(two, { table: 1 })).toEqual([['Club']])
  expect(rowsOf(two, { table: 2 })).toHaveLength(3)
})

test('given a heading, then the rows below it are read by heading, without blank rows and repeated headings', () => {
  const page = two.replace('<tr><td></td>', '<tr><th>No.</th><th>Driver</th></tr><tr><td>5</td><td>Bo</td></tr>$&')
  const { table } = readHtmlRows(page, 'a.html', { header: 'driver' })
  expect(table?.names).toEqual(['No.', 'Driver'])
  expect(table?.rows.map((row) => ({ ...row }))).toEqual([
    { 'No.': '4', Driver: 'Ann' },
    { 'No.': '5', Driver: 'Bo' },
  ])
  expect(table?.lines).toEqual([2, 2])
})

test('given a table or a heading that is not there, then the error says which tables there are', () => {
  expect(refusal(two, { table: 3 })).toMatchObject({
    code: 'unreadable',
    message: 'a.html: there is no table 3; the page has 2.',
    hint: 'The tables are 1 (line 1, 1 rows), 2 (line 2, 3 rows).',
  })
  const error = refusal(two, { header: 'Drivers' })
  expect(error.message).toBe('a.html: no table has the heading "Drivers".')
  expect(error.hint).toContain('The tables begin with "Club"; "No.", "Driver".')
})

describe('a page without its </html>', () => {
  const page = two.replace('</html>', '')

  test('given its tables are closed, then it is read with one warning, and counts as one that may be cut', () => {
    const read = readHtmlRows(page, 'a.html')
    expect(read.warnings).toMatchObject([{ code: 'page_without_end', file: 'a.html' }])
    expect(read.unterminated).toBe(true)
    expect(readHtmlRows(two, 'a.html')).toMatchObject({ warnings: [], unterminated: false })
  })

  test('given it is cut at any place inside a table, then it is refused as half written', () => {
    const [first, second] = [page.indexOf('</table>'), page.lastIndexOf('</table>')]
    const begin = page.indexOf('<table', first)
    for (let cut = 6; cut < second + '</table>'.length; cut += 1) {
      const isBetween = cut >= first + '</table>'.length && cut < begin + '<table>'.length
      if (!isBetween) expect(refusal(page.slice(0, cut)).code, page.slice(0, cut)).toBe('half_written')
    }
  })

  test('given the template says that it is whole, then it is read as it is, without a warning', () => {
    const open = '<html><table><tr><td>a</td></tr>'
    expect(refusal(open).hint).toContain('whole=true')
    expect(readHtmlRows(open, 'a.html', { whole: true })).toMatchObject({ rows: [['a']], warnings: [] })
  })
})

describe('cells over several columns and rows', () => {
  const cell = (text: string, colspan: number, rowspan: number): HtmlCell => {
    return { text, colspan, rowspan, header: false, best: false, valign: false, anchor: undefined }
  }
  const before = { anchor: undefined, hasRuler: false }
  const tableOf = (rows: readonly (readonly HtmlCell[])[]): HtmlTable => {
    return { line: 1, rows: rows.map((cells, index) => ({ cells, line: index + 1, offset: index, before })) }
  }

  test('given a wide cell, then its other columns are blank; given a high one, then it is in each of its rows', () => {
    const page = `<table><tr><td rowspan="2">Ann</td><td colspan=2>runs</td><td>60.1</td></tr>
      <tr><td>1</td><td>2</td><td>60.2</td></tr><tr><td>Bo</td></tr></table>`
    expect(rowsOf(page)).toEqual([['Ann', 'runs', '', '60.1'], ['Ann', '1', '2', '60.2'], ['Bo']])
  })

  test('given any spans, then each cell stands where a browser puts it', () => {
    const span = fc.integer({ min: 1, max: 3 })
    const row = fc.array(fc.tuple(span, span), { maxLength: 4 })
    const property = fc.property(fc.array(row, { maxLength: 6 }), (spans) => {
      const rows = spans.map((cells, y) => cells.map(([columns, down], x) => cell(`${y}.${x}`, columns, down)))
      const found = gridOf(tableOf(rows), 'a').map(({ fields }) => fields)
      expect(found).toEqual(asBrowsersDo(rows))
    })
    fc.assert(property)
  })

  /** The table as a set of taken places, which is how the HTML standard describes it. */
  function asBrowsersDo(rows: readonly (readonly HtmlCell[])[]): string[][] {
    const places = new Map<string, string>()
    rows.forEach((cells, y) => {
      let x = 0
      for (const { text, colspan, rowspan } of cells) {
        while (places.has(`${x} ${y}`)) x += 1
        // A cell from above ends a wide one in this model: it goes on behind it.
        for (let wide = 0; wide < colspan; wide += 1) {
          while (places.has(`${x} ${y}`)) x += 1
          for (let down = 0; down < rowspan; down += 1) places.set(`${x} ${y + down}`, wide === 0 ? text : '')
        }
      }
    })
    return rows.map((_, y) => {
      const taken = Array.from({ length: 40 }, (_, x) => places.get(`${x} ${y}`))
      return taken.slice(0, taken.findLastIndex((text) => text !== undefined) + 1).map((text) => text ?? '')
    })
  }

  test('given spans that make more than a million cells, then the table is refused with its line', () => {
    const row = `<tr>${'<td colspan=200></td>'.repeat(60)}</tr>`
    expect(refusal(`<table>${`${row}\n`.repeat(100)}</table>`)).toMatchObject({ code: 'unreadable', line: 84 })
  })
})
