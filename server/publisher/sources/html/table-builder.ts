import { SourceError } from '../source-error.ts'
import type { HtmlCell, HtmlRow, HtmlTable } from './html-table.ts'
import type { HtmlListener } from './html-tokens.ts'
import { pageLimits, tooLarge } from './page-limits.ts'
import { linkedPlace } from './page-links.ts'

type Open<T> = { -readonly [K in keyof T]: T[K] }
type OpenRow = { cells: Open<HtmlCell>[]; line: number; offset: number; before: Open<HtmlRow['before']> }

interface OpenTable {
  /** Without the last row, while that is made. */
  readonly rows: HtmlRow[]
  readonly line: number
  last: OpenRow | undefined
  inRow: boolean
  inCell: boolean
}

/** A row without its place in a page. */
export interface RowPart {
  readonly cells: readonly HtmlCell[]
  readonly links: readonly string[]
  /** What stands behind it, in front of the next row. */
  readonly after: HtmlRow['before']
}

/** Makes tables of the tokens of a page. */
export interface TableBuilder {
  readonly listener: HtmlListener
  /** Adds the row of a text that begins with `<tr`; false when no table is open. */
  addRow(row: RowPart, line: number, offset: number): boolean
  /** The names of the places within the page to which it links, in order, each once; without its top. */
  links(): readonly string[]
  /** In the order in which they begin. */
  tables(): HtmlTable[]
  /** The line of the first table without an end. */
  openLine(): number | undefined
  /** The row, when the tokens are those of one row of one open table, without marks in front of its first cell. */
  onlyRow(): RowPart | undefined
}

/** Missing and stray end tags of cells and rows do no harm. The listener throws for a quote that swallows cells. */
export function createTableBuilder(file: string): TableBuilder {
  const tables: OpenTable[] = []
  const open: OpenTable[] = []
  const links = new Set<string>()
  let before = nothingBefore()
  let parts = 0
  const count = (added: number, row: OpenRow | undefined, line: number) => {
    parts += added
    if (parts > pageLimits.parts || (row?.cells.length ?? 0) > pageLimits.columns) throw tooLarge(file, line)
  }
  const finishLast = (table: OpenTable) => {
    if (table.last) table.rows.push(finishRow(table.last))
    table.last = undefined
  }
  const beginRow = (table: OpenTable, line: number, offset: number): OpenRow => {
    finishLast(table)
    table.last = { cells: [], line, offset, before }
    before = nothingBefore()
    return table.last
  }
  const cellOf = (table: OpenTable | undefined) => (table?.inCell ? table.last?.cells.at(-1) : undefined)

  const listener: HtmlListener = {
    open(tag, attributes, line, offset) {
      for (const value of attributes.values()) if (swallowed.test(value)) throw openQuote(file, line)
      const link = linkedPlace(tag, attributes)
      if (link !== undefined) links.add(link)
      const table = open.at(-1)
      const cell = cellOf(table)
      if (tag === 'table' || tag === 'tr' || tag === 'td' || tag === 'th') count(1, table?.last, line)
      if (tag === 'table') {
        const begun: OpenTable = { rows: [], line, last: undefined, inRow: false, inCell: false }
        tables.push(begun)
        open.push(begun)
      } else if (table && tag === 'tr') {
        beginRow(table, line, offset)
        table.inRow = true
        table.inCell = false
      } else if (table && (tag === 'td' || tag === 'th')) {
        const row = table.inRow && table.last ? table.last : beginRow(table, line, offset)
        row.cells.push(beginCell(tag, attributes))
        table.inRow = true
        table.inCell = true
      } else if (cell) {
        enrich(cell, tag, attributes)
      } else {
        const row = table?.inRow ? table.last : undefined
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
  }

  return {
    listener,
    addRow({ cells, links: inside, after }, line, offset) {
      const table = open.at(-1)
      if (!table) return false
      count(1 + cells.length, undefined, line)
      finishLast(table)
      for (const link of inside) links.add(link)
      table.rows.push({ cells, line, offset, before })
      before = { ...after }
      table.inRow = table.inCell = false
      return true
    },
    links: () => [...links],
    tables() {
      for (const table of tables) finishLast(table)
      return tables.map(({ rows, line }) => ({ rows, line }))
    },
    openLine: () => open[0]?.line,
    onlyRow() {
      const [table] = tables
      if (!table?.last || tables.length > 1 || open.length !== 1 || table.rows.length > 0) return undefined
      const { before: own } = table.last
      if (own.anchor !== undefined || own.hasRuler) return undefined
      return { cells: finishRow(table.last).cells, links: [...links], after: before }
    },
  }
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
