import { parseRun } from '../../../../lib/record/run.ts'
import { readHtmlTables } from '../html/html-tables.ts'
import { normalizeRunCell } from '../runs/run-notation.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import { columnCells, type ProntoRows, prontoRows } from './pronto-rows.ts'

/**
 * A warning for a page without the heading of a class whose table is that of a class nevertheless: rows of times below
 * the first entry. Pages of totals have a row an entry, and pages of links have none. Never throws.
 */
export function passedOverWarnings(page: string, file: string): readonly SourceWarning[] {
  const { entries } = rowsOf(page, file)
  const [first] = entries
  if (!first || !hasTimes(first)) return []
  const message =
    `the page has the runs of ${entries.length === 1 ? '1 entry' : `${entries.length} entries`}, and no line ` +
    '"Class standings for ..." that names their class: it is passed over. Save it again; if its entries belong to the ' +
    'list, name the page in a list of names, such as pronto_html(["STR.html"]).'
  return [{ file, code: 'passed_over', line: first.head.line, message }]
}

function rowsOf(page: string, file: string): ReturnType<typeof prontoRows> {
  try {
    return prontoRows(readHtmlTables(page, file, 'table'))
  } catch (error) {
    // Pages that are passed over may be of any kind, and stop anywhere.
    if (error instanceof SourceError) return { entries: [], stray: [] }
    throw error
  }
}

/** A time stands behind the position, the class and the number, and in front of the total. */
function hasTimes({ columns, runs }: ProntoRows): boolean {
  const cells = runs.flatMap((row) => columnCells(row).slice(columns.name, -1))
  return cells.some((cell) => /\d\.\d/.test(cell?.text ?? '') && isTimed(cell?.text ?? ''))
}

function isTimed(cell: string): boolean {
  return parseRun(normalizeRunCell(cell)).kind === 'timed'
}
