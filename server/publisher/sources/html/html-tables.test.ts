import { expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readHtmlTables } from './html-tables.ts'

const texts = (page: string) =>
  readHtmlTables(page, 'a.htm').map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))

function refusal(page: string): SourceError {
  try {
    readHtmlTables(page, 'a.htm')
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

test('a cell is read with its text, kind, span and anchor, a row with its line', () => {
  const page =
    '<html>\n<table>\n<tr>\n<th colspan="3"><a name="ss"></a> ss </th><td valign="top"><a href="#n">n</a></td></tr></table></html>'
  const [table] = readHtmlTables(page, 'a.htm')
  expect(table).toMatchObject({ line: 2, rows: [{ line: 3 }] })
  expect(table?.rows[0]?.cells).toEqual([
    { text: 'ss', header: true, best: false, colspan: 3, rowspan: 1, valign: false, anchor: 'ss' },
    { text: 'n', header: false, best: false, colspan: 1, rowspan: 1, valign: true, anchor: undefined },
  ])
})

test.each(["<font class='bestt'> 1</font>", '<span class="bestt">1</span>', '<b>1</b>', '<B>1</B>'])(
  'a cell with %s is marked as best',
  (cell) => {
    expect(readHtmlTables(`<table><tr><td>${cell}</td><td>2</td></tr></table>`, 'a')[0]?.rows[0]?.cells).toMatchObject([
      { text: '1', best: true },
      { text: '2', best: false },
    ])
  },
)

test('the text of a cell has decoded entities, no tags and single spaces', () => {
  expect(
    texts(
      '<table><tr><td>&nbsp;A&amp;B &lt;3 &eacute;<br>x</br>  <i>y</i>\n z\u00a0</td><td>Â\u00a0</td></tr></table>',
    ),
  ).toEqual([[['A&B <3 é x y z', '']]])
})

test('tables are read without end tags, in any case, and with stray or unknown tags', () => {
  expect(texts('<TABLE><TR><TD>a<TD>b<TR><TD>c</a></td></TABLE>')).toEqual([[['a', 'b'], ['c']]])
  expect(
    texts('<a name="#top"><table><tr><td>a</a></td><td></font>b</td></tr></th><tr><td>c</td></tr></table>'),
  ).toEqual([[['a', 'b'], ['c']]])
  expect(texts('<table><tr><th><Blank Row></th><th>Run 1..</th></tr></table>')).toEqual([[['', 'Run 1..']]])
})

test('a row has the anchor and the ruler that stand outside of cells since the row before', () => {
  const page =
    '<a name="top"><table><hr><tr><a name="ss"><td>1<hr><a name="x"></a></td></tr><tr><td>2</td></tr></table><hr><a id="n"></a><table><td>3</td></table>'
  const rows = readHtmlTables(page, 'a.htm').flatMap((table) => table.rows)
  expect(rows.map(({ before }) => before)).toEqual([
    { anchor: 'ss', hasRuler: true },
    { anchor: undefined, hasRuler: false },
    { anchor: 'n', hasRuler: true },
  ])
})

test('tables in sequence and nested ones are read, scripts and comments are not', () => {
  const inner = '<table><tr><td>1<table><tr><td>2</td></tr></table>3</td></tr></table>'
  expect(texts(inner)).toEqual([[['13']], [['2']]])
  expect(texts('<table><tr><td><script>if (a < b) x = "<td>"</script>a<!-- <td>b --></td></tr></table>')).toEqual([
    [['a']],
  ])
})

test.each([
  ['a page that stops', '<html><table><tr><td>a</td></tr></table></body>'],
  ['a page that stops inside its end tag', '<html><table></table></htm'],
  ['a page whose end is only in a comment', '<html><table></table><!-- </html> -->'],
  [
    'a page that goes on with the tail of an older one',
    '<html><table></table></html>\n<td>old</td></tr></table></html>',
  ],
  [
    'a row whose attribute is not closed, so that it takes cells of the next one',
    '<html><table><tr><td valign="top>1</td></tr>\n<tr><td valign="top">2</td></tr></table></html>',
  ],
  ['an open table outside a page', '<table><tr><td>a</td>'],
  ['the first bytes of a page', '<HTM'],
])('%s is refused as half written', (_, page) => {
  expect(refusal(page).code).toBe('half_written')
})

test('after the end of a page, blanks, a comment or the end of a page around it are allowed', () => {
  expect(texts('<html><table></table></html>\n<!-- <td>saved</td> -->\n')).toEqual([[]])
  expect(texts('<html><html><table></table></html></html>')).toEqual([[]])
})

test('a whole page may have an open table, as AXWare writes it', () => {
  expect(texts('<HTML><table><tbody>\n<table><tr><td>a</td></tr></table></HTML>')).toEqual([[], [['a']]])
})

test('a blank page is refused as empty', () => {
  expect(refusal(' \n').code).toBe('file_empty')
})
