import { type HtmlTable, readHtmlTables } from '../html/html-tables.ts'
import { looksLikeTimes } from '../runs/column-content.ts'
import { runWarnings } from '../runs/run-warnings.ts'
import type { SourceWarning } from '../source-warning.ts'
import { columnCells } from './axware-columns.ts'
import { type AxwareHtmlEntry, readAxwareDriver } from './axware-driver.ts'
import { type AxwareSection, readAxwareSections } from './axware-sections.ts'
import { readAxwareTitle } from './axware-title.ts'

export interface AxwarePage {
  /** '' when the page has none. */
  readonly title: string
  /** The other lines above the results, such as '*** Unofficial ***'. */
  readonly subtitles: readonly string[]
  /** When the page was written, as printed. */
  readonly generated: string
  readonly entries: readonly AxwareHtmlEntry[]
  readonly warnings: readonly SourceWarning[]
}

/**
 * Reads a results page as AXWare writes it, live or final, in any of its layouts. Throws 'half_written' and
 * 'file_empty'.
 */
export function readAxwareHtml(text: string, file: string): AxwarePage {
  const tables = readHtmlTables(text, file)
  const sections = tables.flatMap(readAxwareSections)
  const codes = sectionCodes(sections, linkedCodes(tables))
  const entries = sections.flatMap(({ group, drivers }, index) =>
    drivers.map((driver) => readAxwareDriver(driver, codes[index] ?? '', group?.name ?? '')),
  )
  const doubts = entries.flatMap((entry) => runWarnings(entry.runs, entry.name, file, entry.line))
  return {
    ...readAxwareTitle(tables),
    entries,
    warnings: [...pageWarnings(sections, file), ...beyondHeadings(sections, file), ...doubts],
  }
}

/** Cells behind the last heading that hold times: runs that nobody reads. */
function beyondHeadings(sections: readonly AxwareSection[], file: string): SourceWarning[] {
  const rows = sections.flatMap(({ drivers }) =>
    drivers.flatMap(({ columns, rows: own }) => own.map((row) => ({ columns, row }))),
  )
  const long = rows.filter(({ columns, row }) =>
    columnCells(row)
      .slice(columns.length)
      .some((cell) => looksLikeTimes('cell', [{ cell: cell?.text ?? '' }])),
  )
  const [first] = long
  if (!first) return []
  const count = long.length === 1 ? 'a row has' : `${long.length} rows have`
  const message = `${count} times behind the last heading, which are not read.`
  return [{ file, code: 'unused_columns', line: first.row.line, message }]
}

function pageWarnings(sections: readonly AxwareSection[], file: string): SourceWarning[] {
  if (sections.length === 0) return [{ file, message: 'this page has no table of results.' }]
  return sections.flatMap(({ group, drivers, line }) => {
    if (group?.promised === undefined || group.promised === drivers.length) return []
    return [
      { file, line, message: `class ${group.code} promises ${group.promised} entries, and has ${drivers.length}.` },
    ]
  })
}

/** The classes that the page links to at its top, in their order. */
function linkedCodes(tables: readonly HtmlTable[]): readonly string[] {
  const links = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ link }) => link ?? '')))
  return [...new Set(links.filter((link) => /^#.+/.test(link)).map((link) => link.slice(1)))]
}

// Some layouts separate classes by a blank row; the links then give their codes, if there are as many.
function sectionCodes(sections: readonly AxwareSection[], linked: readonly string[]): readonly string[] {
  return sections.map(
    ({ group }, index) => group?.code ?? (linked.length === sections.length ? (linked[index] ?? '') : ''),
  )
}
