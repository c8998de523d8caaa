import { CsvError, parse } from 'csv-parse/sync'
import { ownText } from '../../memory/own-text.ts'
import { asOnePass, createNoMemory, type PassMemory } from '../../memory/pass-memory.ts'
import { SourceError } from '../source-error.ts'
import { splitQuotedLine } from './quoted-line.ts'

/** A line, or the lines of one row when a quoted field holds line ends. */
export interface Line {
  readonly fields: readonly string[]
  /** Where it begins, counted from 1. */
  readonly line: number
}

/** The fields of lines that need no parser. */
type KnownLines = PassMemory<string, readonly string[] | undefined>

/** As readQuotedLines; usual lines are split, which is ten times as fast, and those of the last pass are `known`. */
export function readLines(text: string, file: string, delimiter: string, known: KnownLines = createNoMemory()): Line[] {
  if (!plainDelimiters.has(delimiter)) return readQuotedLines(text, file, delimiter)
  return asOnePass(known, () => splitLines(text, file, delimiter, known))
}

function splitLines(text: string, file: string, delimiter: string, known: KnownLines): Line[] {
  const parts = text.split('\n')
  const lines: Line[] = []
  let widest = 0
  const keep = (line: Line) => {
    lines.push(line)
    widest = Math.max(widest, line.fields.length)
  }
  for (let index = 0; index < parts.length; ) {
    const part = parts[index] ?? ''
    const fields = known.recall(part, () => fieldsOf(ownText(part), delimiter))
    if (fields) {
      keep({ fields, line: index + 1 })
      index += 1
      continue
    }
    let until = index + 1
    while (parts[until]?.includes('"')) until += 1
    const block = readBlock(parts.slice(index, until).join('\n'), file, delimiter, { line: index + 1, widest })
    // A quoted field goes on in lines without quotes: only the parser knows where it ends.
    const rest = block ?? readQuotedLines(parts.slice(index).join('\n'), file, delimiter, { line: index + 1, widest })
    for (const line of rest) keep(line)
    if (!block) return lines
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
function readBlock(text: string, file: string, delimiter: string, begin: Begin): Line[] | undefined {
  try {
    return readQuotedLines(text, file, delimiter, begin)
  } catch (error) {
    if (error instanceof SourceError && error.code === 'half_written') return undefined
    throw error
  }
}

// Of other delimiters, the parser may take a part for a space before a field.
const plainDelimiters = new Set([',', ';', '\t', '|'])

/** Where in a file a text begins: the number of its first line, and the most fields of a line above it. */
interface Begin {
  readonly line: number
  readonly widest: number
}

const start: Begin = { line: 1, widest: 0 }

/**
 * The lines of delimited text with their trimmed fields; a quoted field may hold delimiters and line ends. Throws
 * 'half_written' for a quote that never closes, and 'unreadable' for one that swallows lines.
 */
export function readQuotedLines(text: string, file: string, delimiter: string, begin: Begin = start): Line[] {
  const lines: Line[] = []
  let { line: begins, widest } = begin
  const keep = (parsed: unknown) => {
    const { record, raw } = parsed as { record: string[]; raw: string }
    refuseSwallowedLines(raw, begins, file, delimiter)
    // Where two quotes are lost, two rows become one, which is longer than any before it.
    if (raw.trimEnd().includes('\n') && widest > 0 && record.length > widest) throw closesNowhere(file, begins)
    widest = Math.max(widest, record.length)
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
    throw closesNowhere(file, line)
  }
}

function closesNowhere(file: string, line: number): SourceError {
  return new SourceError('unreadable', file, 'a quote that opens here closes nowhere sensible.', quoteHint, line)
}
