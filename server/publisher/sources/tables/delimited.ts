import { asOnePass } from '../../memory/pass-memory.ts'
import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import type { SourceWarning } from '../source-warning.ts'
import type { TableColumn } from '../table-column.ts'
import { type Line, readLines } from './lines.ts'
import { longRowsWarnings } from './long-rows.ts'
import { refuseLargeTable, refuseManyCells } from './table-limits.ts'
import { noTableMemory, type TableMemory } from './table-memory.ts'

/** One row by header name: each header is present, values are trimmed, '' for none. The object has no prototype. */
export type DelimitedRow = Readonly<Record<string, string>>

export interface DelimitedRows {
  /** Names as written, trimmed, each once; a column with content and no name is 'Column 12'. */
  readonly header: readonly string[]
  /** The names of each row: those of the header, and of each column alone where a heading repeats. */
  readonly names: readonly string[]
  /** Each column with a heading or content, in the order of the file. */
  readonly columns: readonly TableColumn[]
  /** The number of fields of the header line, and the indexes of the rows that hold something beyond it. */
  readonly width: number
  readonly long: readonly number[]
  readonly rows: readonly DelimitedRow[]
  /** The line each row begins on, counted from 1. */
  readonly lines: readonly number[]
  /** The text does not end in a newline: it may be whole, or cut off. */
  readonly unterminated: boolean
  readonly warnings: readonly SourceWarning[]
}

/**
 * Reads delimited text with a header line. Of columns with the same name, a row has the first that is not empty, and
 * each as `Pen (1)`, `Pen (2)`. With a memory, equal lines give the same row. Throws 'file_empty'; 'half_written' for a
 * quote that never closes, or a last line that is cut short.
 */
export function readDelimited(
  text: string,
  file: string,
  { delimiter, memory = noTableMemory() }: { readonly delimiter: string; readonly memory?: TableMemory | undefined },
): DelimitedRows {
  requireText(text, file)
  refuseLargeTable(text, file, delimiter)
  const all = readLines(text, file, delimiter, memory.lines.of(delimiter))
  const lines = all.filter(({ fields }) => fields.some((field) => field !== ''))
  const unterminated = !text.endsWith('\n')
  if (unterminated) refuseShortEnd(withoutRepeatedHeader(lines), lines[0]?.fields.length ?? 0, file)
  return tabulate(lines, file, { unterminated, isShifting: delimiter !== '\t', memory })
}

interface TabulateOptions {
  readonly unterminated?: boolean
  /** Names may hold the separator: a row with a blank field too many is a long one. */
  readonly isShifting?: boolean
  readonly memory?: TableMemory | undefined
}

/** The rows of a table whose first line is the header, as readDelimited gives them. */
export function tabulate(
  all: readonly Line[],
  file: string,
  { unterminated = false, isShifting = false, memory = noTableMemory() }: TabulateOptions = {},
): DelimitedRows {
  const headings = all[0]?.fields ?? []
  const lines = withoutRepeatedHeader(all)
  const width = headings.length

  const names = nameColumns(headings, lines)
  refuseManyCells(lines.length, names.length, file, all[0]?.line ?? 1)
  const header = [...new Set(names)].filter((name) => name !== '')
  const keys = uniqueKeys(names, header)
  const shown = [...new Set([...header, ...keys.filter((key) => key !== '')])]
  const long = longRows(lines, width, isShifting)
  const numbers = lines.map(({ line }) => line)
  const known = memory.rows.of(JSON.stringify([names, keys]))
  const rows = asOnePass(known, () =>
    lines.map(({ fields }) => known.recall(fields, () => asRow(fields, names, keys, shown))),
  )

  return {
    header,
    names: shown,
    columns: keys.map((key, index) => ({ key, index, heading: headings[index] ?? '' })).filter(({ key }) => key !== ''),
    width,
    long,
    rows,
    lines: numbers,
    unterminated,
    warnings: longRowsWarnings({ long, lines: numbers }, file),
  }
}

/** The lines below the header. Some programs write the header again above each page. */
function withoutRepeatedHeader([first, ...lines]: readonly Line[]): readonly Line[] {
  const head = first?.fields ?? []
  if (head.length < 2) return lines
  return lines.filter(({ fields }) => fields[0] !== head[0] || fields.some((field, at) => field !== (head[at] ?? '')))
}

function longRows(lines: readonly Line[], width: number, isShifting: boolean): readonly number[] {
  const wide = lines.flatMap(({ fields }, index) => (fields.length > width ? [index] : []))
  // Where many rows end with a separator, that of one says nothing.
  if (isShifting && wide.length * 4 <= lines.length) return wide
  return wide.filter((index) => lines[index]?.fields.slice(width).some((field) => field !== ''))
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

/** The name of each column alone: of a heading that repeats, `Pen (1)`, `Pen (2)`, ... */
function uniqueKeys(names: readonly string[], header: readonly string[]): readonly string[] {
  if (names.filter((name) => name !== '').length === header.length) return names
  const taken = new Set(header)
  const all = new Map<string, number>()
  for (const name of names) all.set(name, (all.get(name) ?? 0) + 1)
  const counts = new Map<string, number>()
  return names.map((name) => {
    if (name === '' || all.get(name) === 1) return name
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    let key = `${name} (${count})`
    while (taken.has(key)) key += ' '
    taken.add(key)
    return key
  })
}

function asRow(
  fields: readonly string[],
  names: readonly string[],
  keys: readonly string[],
  shown: readonly string[],
): DelimitedRow {
  // Without a prototype, a column called __proto__ or constructor is a column like any other.
  const row: Record<string, string> = Object.create(null)
  for (const name of shown) row[name] = ''
  for (let index = 0; index < fields.length; index += 1) {
    const name = names[index]
    const key = keys[index]
    if (name === undefined || key === undefined) continue
    if (row[name] === '') row[name] = fields[index] ?? ''
    if (key !== name) row[key] = fields[index] ?? ''
  }
  return row
}
