import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import { type DelimitedRows, tabulate } from '../tables/delimited.ts'
import type { Line } from '../tables/lines.ts'
import { cellFormats } from './cell-formats.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetRows } from './sheet-rows.ts'
import { requirePart, type Sheet, workbookParts } from './workbook-parts.ts'
import { openZip } from './zip.ts'

export interface XlsxOptions {
  /** The name of a sheet, or its number from 1; the first that is not hidden without it. */
  readonly sheet?: string | number | undefined
  /** A heading of the table; its first row is the header without it. */
  readonly header?: string | undefined
  /** Rows above the header that are passed over. */
  readonly skip?: number | undefined
}

/**
 * Reads the table of a sheet of a workbook; `line` is the number of a row. Throws 'half_written' for a workbook that is
 * not whole, 'file_too_large' beyond the limits, and 'unreadable' with the sheets or headings that there are.
 */
export function readXlsx(bytes: Uint8Array, file: string, options: XlsxOptions = {}): DelimitedRows {
  requireWorkbook(bytes, file)
  const zip = openZip(bytes, file)
  const parts = workbookParts(zip, file)
  const sheet = sheetOf(parts.sheets, options.sheet, file)
  const xml = requirePart(zip, sheet.path, file)
  const context = {
    strings: sharedStrings(parts.strings, file),
    formats: cellFormats(parts.styles),
    is1904: parts.is1904,
  }
  const { rows, withoutResult: missing } = sheetRows(xml, file, context)
  const table = tabulate(tableOf(rows, options, file), file)
  const warnings: SourceWarning[] = missing ? [resultWarning(missing, sheet, file)] : []
  return { ...table, warnings: [...table.warnings, ...warnings] }
}

function requireWorkbook(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) {
    throw new SourceError('file_empty', file, 'the file is empty.', 'The next save will fill it; nothing is lost.')
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK')) return
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const problem = 'this is an old workbook (.xls), or one with a password.'
    throw new SourceError('unreadable', file, problem, 'Save it as an Excel workbook (.xlsx) without a password.')
  }
  if (bytes.every((byte) => byte === 0)) {
    const hint = 'The next save will complete it; nothing is lost.'
    throw new SourceError('half_written', file, 'the file holds zero bytes alone.', hint)
  }
  const hint = `If it is text with separators, write csv("${file}").`
  throw new SourceError('unreadable', file, 'this is no Excel workbook, whatever its name says.', hint)
}

function sheetOf(sheets: readonly Sheet[], wanted: string | number | undefined, file: string): Sheet {
  const name = typeof wanted === 'string' ? wanted.trim().toLowerCase() : undefined
  const found =
    typeof wanted === 'number'
      ? sheets[wanted - 1]
      : sheets.find((sheet) => (name === undefined ? !sheet.isHidden : sheet.name.trim().toLowerCase() === name))
  if (found) return found
  const listed = sheets.map((sheet, index) => `${index + 1} "${sheet.name.slice(0, 40)}"`).slice(0, 20)
  const problem = wanted === undefined ? 'the workbook has no sheet.' : `the workbook has no sheet ${shown(wanted)}.`
  throw new SourceError('unreadable', file, problem, `The sheets are ${listed.join(', ') || 'none'}.`)
}

/** The header and the rows below it. */
function tableOf(rows: readonly Line[], { header, skip = 0 }: XlsxOptions, file: string): readonly Line[] {
  const below = rows.filter(({ line }) => line > skip)
  if (header !== undefined) {
    const wanted = header.trim().toLowerCase()
    const start = below.findIndex(({ fields }) => fields.some((field) => field.toLowerCase() === wanted))
    if (start >= 0) return below.slice(start)
    const first = below.slice(0, 3).map(({ fields }) => fields.filter(Boolean).slice(0, 8).map(shown).join(', '))
    const hint = `Write a heading as the sheet has it; capitals do not matter. It begins with ${first.join('; ')}.`
    throw new SourceError('unreadable', file, `no row has the heading "${header}".`, hint)
  }
  refuseTitle(below, file)
  return below
}

/** Throws for a first row that is a title: it has one text, and there are rows with more. */
function refuseTitle(rows: readonly Line[], file: string): void {
  const filled = (line: Line | undefined) => line?.fields.filter(Boolean).length ?? 0
  const header = rows.find((line) => filled(line) > 1)
  const [first] = rows
  if (!first || !header || filled(first) > 1) return
  const heading = header.fields.find(Boolean) ?? ''
  const hint = `Write xlsx("${file}", header="${heading.slice(0, 60)}") with a heading of the table, or skip=${header.line - 1}.`
  const problem = `row ${first.line} is a title; the header seems to be in row ${header.line}.`
  throw new SourceError('unreadable', file, problem, hint, first.line)
}

function resultWarning(
  { cell, row, count }: { readonly cell: string; readonly row: number; readonly count: number },
  sheet: Sheet,
  file: string,
): SourceWarning {
  const formulas = count === 1 ? 'a formula has' : `${count} formulas have`
  const message = `${formulas} no result on the sheet "${sheet.name}", first in ${cell}; open the workbook and save it.`
  return { file, code: 'no_result', line: row, message }
}

function shown(name: string | number): string {
  return typeof name === 'number' ? String(name) : `"${name.slice(0, 60)}"`
}
