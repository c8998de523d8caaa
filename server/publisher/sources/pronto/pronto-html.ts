import { readHtmlTables } from '../html/html-tables.ts'
import type { PageMemory } from '../html/page-memory.ts'
import { isOpenPage } from '../html/require-whole-page.ts'
import { withoutTrailingBlanks } from '../runs/read-runs.ts'
import { runWarnings } from '../runs/run-warnings.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import { type ProntoEntry, prontoResult, prontoRun } from './pronto-entry.ts'
import { type ProntoHeading, prontoHeadings } from './pronto-headings.ts'
import { columnCells, type ProntoRows, prontoRows, textAt } from './pronto-rows.ts'

export interface ProntoPage {
  readonly entries: readonly ProntoEntry[]
  readonly warnings: readonly SourceWarning[]
}

/** The seconds of a cone that the times of a page include. */
const usualConeSeconds = 2

/** Whether a page has the standings of a class, or stops before it could say so. Pronto saves other pages beside it. */
export function mayBeProntoClassPage(page: string): boolean {
  const isCut = /^\s*(?:<!doctype|<html|$)/i.test(page) && !/<\/(?:table|html)\b/i.test(page)
  return isCut || prontoHeadings(page).length > 0
}

/**
 * Reads a page with the standings of a class, or of several. Pronto writes no </html>: the end of the last table is its
 * end. Throws 'half_written' for a page that stops before it, and 'unreadable' for one without standings.
 */
export function readProntoHtml(
  text: string,
  file: string,
  { cone_seconds: coneSeconds = usualConeSeconds }: { readonly cone_seconds?: number | undefined } = {},
  memory?: PageMemory,
): ProntoPage {
  const tables = readHtmlTables(text, file, 'table', memory)
  const headings = prontoHeadings(text)
  const found = prontoRows(tables)
  if (found.entries.length === 0 && headings.length === 0) throw noStandings(file)
  const classOf = (rows: ProntoRows) => headings.findLast(({ offset }) => offset < rows.head.offset)
  const last = headings.at(-1)
  const isEmpty = last !== undefined && last.promised !== 0 && !found.entries.some((rows) => classOf(rows) === last)
  if (isEmpty && isOpenPage(text)) throw cutBeforeResults(last, file)
  const entries = found.entries.map((rows) => entryOf(rows, classOf(rows)?.code ?? '', coneSeconds))
  const counts = headings.flatMap((one) =>
    countWarning(
      one,
      found.entries.filter((rows) => classOf(rows) === one),
      file,
    ),
  )
  const lost = found.stray.map(({ line }) => {
    return { file, line, message: 'runs without the row of their driver above them are not read.' }
  })
  const unnamed = found.entries.filter((rows) => !classOf(rows)).slice(0, 1)
  const classless = unnamed.map(({ head }) => {
    return { file, line: head.line, message: 'no line "Class standings for ..." gives the class of these entries.' }
  })
  const doubts = entries.flatMap(({ runs, name, line }) => runWarnings(runs, name || 'nobody', file, line))
  return { entries, warnings: [...counts, ...lost, ...classless, ...doubts] }
}

function entryOf({ columns, head, runs: rows }: ProntoRows, code: string, coneSeconds: number): ProntoEntry {
  const text = (column: number) => textAt(head, column)
  // The last cell is the total or the gap; the one before it is blank.
  const cells = rows.flatMap((row) => withoutBlankEnd(columnCells(row).slice(columns.name, -1)))
  const best = cells.findIndex((cell) => cell?.best && cell.text !== '')
  const results = rows.map((row) => prontoResult(columnCells(row).at(-1)?.text ?? ''))
  const position = Number.parseInt(text(columns.position), 10)
  return {
    name: text(columns.name),
    class: rows.map((row) => textAt(row, columns.position)).find(Boolean) ?? code,
    group: code,
    group_name: '',
    number: text(columns.number),
    car: columns.car < 0 ? '' : text(columns.car),
    color: '',
    tire:
      columnCells(head)
        .slice(columns.behindCar)
        .find((cell) => cell?.text)?.text ?? '',
    runs: withoutTrailingBlanks(cells.map((cell) => prontoRun(cell?.text ?? '', coneSeconds))),
    total: results.find(({ total }) => total !== '')?.total ?? '',
    difference: results.find(({ difference }) => difference !== '')?.difference ?? '',
    position: Number.isNaN(position) ? '' : position,
    trophy: head.cells.slice(0, columns.position).some((cell) => cell.text === 'T'),
    best_run: best < 0 ? undefined : best,
    line: head.line,
  }
}

/** Each row is filled up with blank cells. */
function withoutBlankEnd<Cell extends { readonly text: string } | undefined>(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell?.text) + 1)
}

function countWarning(heading: ProntoHeading, found: readonly unknown[], file: string): readonly SourceWarning[] {
  const { code, promised, line } = heading
  if (promised === undefined || promised === found.length) return []
  return [{ file, line, message: `class ${code} promises ${promised} entries, and has ${found.length}.` }]
}

function noStandings(file: string): SourceError {
  const hint = 'Name the pages with the line "Class standings for ..."; html_rows reads the tables of any other page.'
  return new SourceError('unreadable', file, 'this is no page of Pronto with the standings of a class.', hint)
}

function cutBeforeResults({ code, line }: ProntoHeading, file: string): SourceError {
  const problem = `the page stops before the results of class ${code}.`
  return new SourceError('half_written', file, problem, 'The next save will complete it; nothing is lost.', line)
}
