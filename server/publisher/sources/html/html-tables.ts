import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import { listenToHtml } from './html-tokens.ts'
import { requireWholePage } from './require-whole-page.ts'

export interface HtmlCell {
  /** Tags dropped, entities decoded, spaces collapsed and trimmed. */
  readonly text: string
  /** A th. */
  readonly header: boolean
  /** Marked as the best: a class such as 'bestt', or bold. */
  readonly best: boolean
  readonly colspan: number
  readonly rowspan: number
  /** Has a valign attribute: AXWare gives one to the cells that hold runs. */
  readonly valign: boolean
  /** The name of an anchor in the cell. */
  readonly anchor: string | undefined
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[]
  readonly line: number
  /** What stands outside of cells since the row before: the last anchor's name, a ruler. */
  readonly before: { readonly anchor: string | undefined; readonly hasRuler: boolean }
  /** Where it begins in the text of the page. */
  readonly offset: number
}

export interface HtmlTable {
  readonly rows: readonly HtmlRow[]
  readonly line: number
}

type Open<T> = { -readonly [K in keyof T]: T[K] }
type OpenRow = { cells: Open<HtmlCell>[]; line: number; offset: number; before: Open<HtmlRow['before']> }
type OpenTable = { rows: OpenRow[]; line: number; inRow: boolean; inCell: boolean }

/** What proves that a page is whole: its </html>, the end of its last table, or the word of the template alone. */
export type PageEnd = 'html' | 'table' | 'anything'

/**
 * Reads the tables of a page in the order they begin. Missing end tags of cells and rows, and stray ones, do no harm.
 * Throws 'half_written' for a page without its end, and for an open table in a page without </html>.
 */
export function readHtmlTables(text: string, file: string, end: PageEnd = 'html'): HtmlTable[] {
  requireText(text, file)
  const whole = requireWholePage(text, file, end !== 'html') || end === 'anything'
  const tables: OpenTable[] = []
  const open: OpenTable[] = []
  let before = nothingBefore()
  let parts = 0
  const count = (row: OpenRow | undefined, line: number) => {
    parts += 1
    if (parts > pageLimits.parts || (row?.cells.length ?? 0) > pageLimits.columns) throw tooLarge(file, line)
  }
  const beginRow = (table: OpenTable, line: number, offset: number) => {
    table.rows.push({ cells: [], line, offset, before })
    before = nothingBefore()
  }
  const cellOf = (table: OpenTable | undefined) => (table?.inCell ? table.rows.at(-1)?.cells.at(-1) : undefined)

  listenToHtml(text, {
    open(tag, attributes, line, offset) {
      for (const value of attributes.values()) if (swallowed.test(value)) throw openQuote(file, line)
      const table = open.at(-1)
      const cell = cellOf(table)
      if (tag === 'table' || tag === 'tr' || tag === 'td' || tag === 'th') count(table?.rows.at(-1), line)
      if (tag === 'table') {
        const begun: OpenTable = { rows: [], line, inRow: false, inCell: false }
        tables.push(begun)
        open.push(begun)
      } else if (table && tag === 'tr') {
        beginRow(table, line, offset)
        table.inRow = true
        table.inCell = false
      } else if (table && (tag === 'td' || tag === 'th')) {
        if (!table.inRow) beginRow(table, line, offset)
        table.rows.at(-1)?.cells.push(beginCell(tag, attributes))
        table.inRow = true
        table.inCell = true
      } else if (cell) {
        enrich(cell, tag, attributes)
      } else {
        const row = table?.inRow ? table.rows.at(-1) : undefined
        mark(row?.cells.length === 0 ? row.before : before, tag, attributes)
      }
    },
    close(tag) {
      const table = open.at(-1)
      if (tag === 'table') open.pop()
      else if (table && tag === 'tr') table.inRow = table.inCell = false
      else if (table && (tag === 'td' || tag === 'th')) table.inCell = false
    },
    text(part) {
      const cell = cellOf(open.at(-1))
      if (cell) cell.text += part
    },
  })

  // AXWare leaves tables open in whole pages, so only the end of the page proves that it is whole.
  const [unclosed] = open
  if (unclosed && !whole) throw halfWritten(file, 'the table that begins here never ends.', end, unclosed.line)
  if (tables.length === 0 && !whole) throw halfWritten(file, 'this is no whole page, and has no table.', end)
  return tables.map(({ rows, line }) => ({ rows: rows.map(finishRow), line }))
}

function nothingBefore(): Open<HtmlRow['before']> {
  return { anchor: undefined, hasRuler: false }
}

function mark(before: Open<HtmlRow['before']>, tag: string, attributes: ReadonlyMap<string, string>): void {
  if (tag === 'a') before.anchor = attributes.get('name') ?? attributes.get('id') ?? before.anchor
  if (tag === 'hr') before.hasRuler = true
}

function beginCell(tag: string, attributes: ReadonlyMap<string, string>): Open<HtmlCell> {
  return {
    text: '',
    header: tag === 'th',
    best: isBest(tag, attributes),
    colspan: Math.min(spanOf(attributes.get('colspan')), mostColumns),
    rowspan: Math.min(spanOf(attributes.get('rowspan')), mostRows),
    valign: attributes.has('valign'),
    anchor: undefined,
  }
}

/** Tables, rows and cells of a page together, and the cells of a row: more than any page of results has. */
export const pageLimits = { parts: 1_000_000, columns: 2000 }

function tooLarge(file: string, line: number): SourceError {
  const { parts, columns } = pageLimits
  const problem = `the page has more than ${parts / 1e6} million cells, or ${columns} in a row.`
  const hint = 'Check that this is the page of results, and save those of this event alone.'
  return new SourceError('file_too_large', file, problem, hint, line)
}

/** No table of results has as many columns, or rows that share a cell. */
const mostColumns = 200
const mostRows = 1000

function spanOf(span: string | undefined): number {
  return Math.max(Number.parseInt(span ?? '1', 10) || 1, 1)
}

function enrich(cell: Open<HtmlCell>, tag: string, attributes: ReadonlyMap<string, string>): void {
  if (isBest(tag, attributes)) cell.best = true
  if (tag === 'a') cell.anchor ??= attributes.get('name') ?? attributes.get('id')
  if (tag === 'br' || tag === 'p' || tag === 'div') cell.text += ' '
}

function isBest(tag: string, attributes: ReadonlyMap<string, string>): boolean {
  return tag === 'b' || tag === 'strong' || /\bbest/i.test(attributes.get('class') ?? '')
}

// A non-breaking space in the wrong encoding is two characters.
function finishRow({ cells, line, offset, before }: HtmlRow): HtmlRow {
  const tidy = (text: string) => text.replace(/(?:Â\u00a0|\s)+/g, ' ').trim()
  return { line, offset, before, cells: cells.map((cell) => ({ ...cell, text: tidy(cell.text) })) }
}

/** Cells over several lines in an attribute: its quote never closes, and the next one is of another row. */
const swallowed = /<\/?t(?:able|[rdh])\b[^\n]*\n/i

function openQuote(file: string, line: number): SourceError {
  const hint = 'The next save will mend it. If it stays, look for a quote that is missing in this line.'
  return new SourceError('half_written', file, 'a quote that opens here swallows cells of the table.', hint, line)
}

function halfWritten(file: string, problem: string, end: PageEnd, line?: number): SourceError {
  const other = end === 'table' ? ' If the program never ends its pages, write whole=true behind the file name.' : ''
  return new SourceError(
    'half_written',
    file,
    problem,
    `The next save will complete it; nothing is lost.${other}`,
    line,
  )
}
