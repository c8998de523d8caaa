import { CsvError, parse } from 'csv-parse/sync'
import { SourceError } from '../source-error.ts'
import { splitQuotedLine } from './quoted-line.ts'

/** A line, or the lines of one row when a quoted field holds line ends. */
export interface Line {
  readonly fields: readonly string[]
  /** Where it begins, counted from 1. */
  readonly line: number
}

/** As readQuotedLines; usual lines are split, which is ten times as fast. */
export function readLines(text: string, file: string, delimiter: string): Line[] {
  if (!plainDelimiters.has(delimiter)) return readQuotedLines(text, file, delimiter)
  const parts = text.split('\n')
  const lines: Line[] = []
  for (let index = 0; index < parts.length; ) {
    const part = parts[index] ?? ''
    const fields = fieldsOf(part, delimiter)
    if (fields) {
      lines.push({ fields, line: index + 1 })
      index += 1
      continue
    }
    let until = index + 1
    while (parts[until]?.includes('"')) until += 1
    const block = readBlock(parts.slice(index, until).join('\n'), file, delimiter, index + 1)
    // A quoted field goes on in lines without quotes: only the parser knows where it ends.
    if (!block) return [...lines, ...readQuotedLines(parts.slice(index).join('\n'), file, delimiter, index + 1)]
    lines.push(...block)
    index = until
  }
  return lines
}

/** The trimmed fields of a line that needs no parser; undefined for one with quotes in a less usual way. */
function fieldsOf(line: string, delimiter: string): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter).map((field) => field.trim())
  return splitQuotedLine(line, delimiter)?.map((field) => withoutOuterQuotes(field.trim()))
}

/** Lines that each have a quote; undefined when the last field is open at their end. */
function readBlock(text: string, file: string, delimiter: string, first: number): Line[] | undefined {
  try {
    return readQuotedLines(text, file, delimiter, first)
  } catch (error) {
    if (error instanceof SourceError && error.code === 'half_written') return undefined
    throw error
  }
}

// Of other delimiters, the parser may take a part for a space before a field.
const plainDelimiters = new Set([',', ';', '\t', '|'])

/**
 * The lines of delimited text with their trimmed fields; a quoted field may hold delimiters and line ends. `first` is
 * the number of the first line. Throws 'half_written' for a quote that never closes, and 'unreadable' for one that
 * swallows lines.
 */
export function readQuotedLines(text: string, file: string, delimiter: string, first = 1): Line[] {
  const lines: Line[] = []
  let begins = first
  const keep = (parsed: unknown) => {
    const { record, raw } = parsed as { record: string[]; raw: string }
    refuseSwallowedLines(raw, begins, file, delimiter)
    lines.push({ fields: record.map((field) => withoutOuterQuotes(field.trim())), line: begins })
    begins += raw.split('\n').length - (raw.endsWith('\n') ? 1 : 0)
    return null
  }
  try {
    parse(text, { ...strict(delimiter), relax_quotes: true, raw: true, on_record: keep })
    return lines
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const cut = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const problem = cut ? 'a quote that opens here is never closed.' : `this line cannot be read (${error.code}).`
    throw new SourceError(cut ? 'half_written' : 'unreadable', file, problem, quoteHint, begins)
  }
}

/** The parser leaves the outer quotes of `"Robert "Bud" Hale"`; those of `"Rigo" Santel` are part of the name. */
function withoutOuterQuotes(field: string): string {
  return /^"[^"]*[\s(]"[^"]+".*"$/s.test(field) ? field.slice(1, -1).trim() : field
}

function strict(delimiter: string) {
  // Spaces before a quote are common after commas.
  return { delimiter, record_delimiter: '\n', relax_column_count: true, ltrim: true }
}

const quoteHint = 'If the file is whole, look for a single " at the start of a field, such as a name, and take it out.'

// The lenient parser lets a stray quote at the start of a field swallow lines up to the next quote.
function refuseSwallowedLines(raw: string, line: number, file: string, delimiter: string): void {
  if (!raw.trimEnd().includes('\n')) return
  try {
    parse(raw, strict(delimiter))
  } catch {
    throw new SourceError('unreadable', file, 'a quote that opens here closes nowhere sensible.', quoteHint, line)
  }
}
