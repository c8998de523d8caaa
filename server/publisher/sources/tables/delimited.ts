import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import { type Line, readLines } from './lines.ts'

/** One row by header name: each header is present, values are trimmed, '' for none. The object has no prototype. */
export type DelimitedRow = Readonly<Record<string, string>>

export interface DelimitedRows {
  /** Names as written, trimmed, each once; a column with content and no name is 'Column 12'. */
  readonly header: readonly string[]
  readonly rows: readonly DelimitedRow[]
  /** The line each row begins on, counted from 1. */
  readonly lines: readonly number[]
  /** The text does not end in a newline: it may be whole, or cut off. */
  readonly unterminated: boolean
  readonly warnings: readonly SourceWarning[]
}

/**
 * Reads delimited text with a header line. Of columns with the same name, a row has the first that is not empty. Throws
 * 'file_empty'; 'half_written' for a quote that never closes, or a last line that is cut short.
 */
export function readDelimited(
  text: string,
  file: string,
  { delimiter }: { readonly delimiter: string },
): DelimitedRows {
  requireText(text, file)
  const [head, ...lines] = readLines(text, file, delimiter).filter(({ fields }) => fields.some((field) => field !== ''))
  const width = head?.fields.length ?? 0
  const unterminated = !text.endsWith('\n')
  if (unterminated) refuseShortEnd(lines, width, file)

  const names = nameColumns(head?.fields ?? [], lines)
  const header = [...new Set(names)].filter((name) => name !== '')

  return {
    header,
    rows: lines.map(({ fields }) => asRow(fields, names, header)),
    lines: lines.map(({ line }) => line),
    unterminated,
    warnings: longRows(lines, width, file),
  }
}

function refuseShortEnd(lines: readonly Line[], width: number, file: string): void {
  const last = lines.at(-1)
  if (!last) return
  const others = lines.slice(0, -1).map(({ fields }) => fields.length)
  const least = others.length > 0 ? others.reduce((a, b) => Math.min(a, b)) : width
  if (last.fields.length >= least) return
  const problem = `the last line stops after ${last.fields.length} of ${least} fields.`
  throw new SourceError('half_written', file, problem, 'The next save will complete it; nothing is lost.', last.line)
}

/** A name for each column with a heading or content; '' for others, such as the one after a trailing delimiter. */
function nameColumns(head: readonly string[], lines: readonly Line[]): readonly string[] {
  const names = [...head]
  for (const { fields } of lines) {
    fields.forEach((field, index) => {
      if (field !== '' && !names[index]) names[index] = `Column ${index + 1}`
    })
  }
  return Array.from(names, (name) => name ?? '')
}

function asRow(fields: readonly string[], names: readonly string[], header: readonly string[]): DelimitedRow {
  // Without a prototype, a column called __proto__ or constructor is a column like any other.
  const row: Record<string, string> = Object.create(null)
  for (const name of header) row[name] = ''
  for (let index = 0; index < fields.length; index += 1) {
    const name = names[index]
    if (name !== undefined && row[name] === '') row[name] = fields[index] ?? ''
  }
  return row
}

// In some formats every row is longer than the header; a few long rows have a separator too many.
function longRows(lines: readonly Line[], width: number, file: string): SourceWarning[] {
  const long = lines.filter(({ fields }) => fields.slice(width).some((field) => field !== ''))
  const [first] = long
  if (!first || long.length * 2 > lines.length) return []
  const count = long.length === 1 ? 'a row holds' : `${long.length} rows hold`
  const message = `${count} more fields than the header names; a name with an unquoted separator in it would do that.`
  return [{ file, line: first.line, message }]
}
