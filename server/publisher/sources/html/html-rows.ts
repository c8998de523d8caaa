import { asOnePass, createNoMemory, createPassMemory } from '../../memory/pass-memory.ts'
import { type TextInPieces, wholeOf } from '../../memory/text-in-pieces.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import { type DelimitedRows, tabulate } from '../tables/delimited.ts'
import { createTableMemory, type TableMemory } from '../tables/table-memory.ts'
import { linesOfAllTables } from './all-tables.ts'
import type { HtmlTable } from './html-table.ts'
import { readHtmlPage } from './html-tables.ts'
import { createPageMemory, type PageMemory } from './page-memory.ts'
import { type GridRow, gridOf, type KnownFields } from './table-grid.ts'

/** Which rows of a page are wanted. */
export interface HtmlRowsOptions {
  /** The number of a table, from 1 in the order in which tables begin; of all tables without it. */
  readonly table?: number | undefined
  /** A heading of the table: its rows are those below, by heading. */
  readonly header?: string | undefined
  /** With a heading: the rows of all tables that have it, with the headings above them. */
  readonly all?: boolean | undefined
  /** The page counts as whole, wherever it ends. */
  readonly whole?: boolean | undefined
}

export interface HtmlRows {
  /** The texts of the cells of each row that has cells. With a heading, no rows: see `table`. */
  readonly rows: readonly (readonly string[])[]
  /** The rows below the heading, when one is wanted. */
  readonly table: DelimitedRows | undefined
  /** The page has no </html>. */
  readonly unterminated: boolean
  readonly warnings: readonly SourceWarning[]
}

/** What was made of the rows of a page, so that the next pass reads only those that are new. */
export interface HtmlRowsMemory {
  readonly page: PageMemory
  readonly fields: KnownFields
  readonly table: TableMemory
}

export function createHtmlRowsMemory(): HtmlRowsMemory {
  return { page: createPageMemory(), fields: createPassMemory(), table: createTableMemory() }
}

/**
 * Reads the rows of a page's tables. Throws 'half_written' for a page that ends inside a table, and 'unreadable' for a
 * page without the wanted table, with what it has.
 */
export function readHtmlRows(
  text: string | TextInPieces,
  file: string,
  options: HtmlRowsOptions = {},
  memory?: HtmlRowsMemory,
): HtmlRows {
  if (options.all && (options.header === undefined || options.table !== undefined)) throw notAll(file)
  const { tables, isOpen } = readHtmlPage(text, file, options.whole ? 'anything' : 'table', memory?.page)
  const wanted = options.table === undefined ? tables : [tableAt(tables, options.table, file)]
  const known = memory?.fields ?? createNoMemory()
  const grids = asOnePass(known, () =>
    wanted.map((table) => gridOf(table, file, known).filter(({ fields }) => fields.length > 0)),
  )
  const unterminated = !options.whole && isOpen
  const page = { unterminated, warnings: unterminated ? [withoutEnd(file)] : [] }
  if (options.header !== undefined) {
    const all = options.all ? linesOfAllTables(wholeOf(text), wanted, options.header, file) : []
    const lines = all.length > 0 ? all : linesFrom(options.header, grids, file)
    return { rows: [], table: tabulate(lines, file, { unterminated, memory: memory?.table }), ...page }
  }
  return { rows: grids.flat().map(({ fields }) => fields), table: undefined, ...page }
}

function notAll(file: string): SourceError {
  const hint = 'Such as html_rows("results.html", header="Driver", all=true).'
  return new SourceError('unreadable', file, 'all=true needs a header, and reads more than one table.', hint)
}

function tableAt(tables: readonly HtmlTable[], number: number, file: string): HtmlTable {
  const table = tables[number - 1]
  if (table) return table
  const problem = `there is no table ${number}; the page has ${tables.length}.`
  throw new SourceError('unreadable', file, problem, `The tables are ${listed(tables)}.`)
}

/** The header and what is below it, in the first table that has the heading. */
function linesFrom(header: string, grids: readonly (readonly GridRow[])[], file: string): readonly GridRow[] {
  const wanted = header.trim().toLowerCase()
  for (const grid of grids) {
    const start = grid.findIndex(({ fields }) => fields.some((field) => field.toLowerCase() === wanted))
    if (start >= 0) return grid.slice(start).filter(({ fields }) => fields.some((field) => field !== ''))
  }
  const first = grids.flatMap((grid) => grid.slice(0, 1)).map(({ fields }) => fields.filter(Boolean).slice(0, 8))
  const shown = first.slice(0, 5).map((fields) => fields.map((field) => `"${field.slice(0, 40)}"`).join(', '))
  const hint = `Write a heading as the page has it; capitals do not matter. The tables begin with ${shown.join('; ')}.`
  throw new SourceError('unreadable', file, `no table has the heading "${header}".`, hint)
}

/** As many tables as a sentence can hold. */
const mostListed = 8

function listed(tables: readonly HtmlTable[]): string {
  const shown = tables.slice(0, mostListed).map(({ rows, line }, index) => {
    return `${index + 1} (line ${line}, ${rows.length} rows)`
  })
  const more = tables.length > mostListed ? ` and ${tables.length - mostListed} more` : ''
  return `${shown.join(', ')}${more}`
}

function withoutEnd(file: string): SourceWarning {
  const message = 'the page has no </html>; its tables are read, and rows behind the last one would be missing.'
  return { file, code: 'page_without_end', message }
}
