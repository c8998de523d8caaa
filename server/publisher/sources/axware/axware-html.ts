import { asOnePass, createNoMemory, createPassMemory } from '../../memory/pass-memory.ts'
import type { TextInPieces } from '../../memory/text-in-pieces.ts'
import type { HtmlTable } from '../html/html-table.ts'
import { readHtmlPage } from '../html/html-tables.ts'
import { createPageMemory, type PageMemory } from '../html/page-memory.ts'
import type { SourceWarning } from '../source-warning.ts'
import { classesOf, sectionCodes } from './axware-codes.ts'
import type { AxwareHtmlEntry } from './axware-driver.ts'
import { type AxwareSection, readAxwareSections } from './axware-sections.ts'
import { readAxwareTitle } from './axware-title.ts'
import { type KnownDrivers, type ReadDriver, recallDriver } from './known-drivers.ts'

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

/** What was made of the rows of a page, so that the next pass reads only those that are new. */
export interface AxwareMemory {
  readonly page: PageMemory
  readonly drivers: KnownDrivers
}

export function createAxwareMemory(): AxwareMemory {
  return { page: createPageMemory(), drivers: createPassMemory() }
}

/**
 * Reads a results page as AXWare writes it, live or final, in any of its layouts. Throws 'half_written' and
 * 'file_empty'.
 */
export function readAxwareHtml(text: string | TextInPieces, file: string, memory?: AxwareMemory): AxwarePage {
  const { tables, links } = readHtmlPage(text, file, 'html', memory?.page)
  const linked = new Set(links)
  const sections = tables.flatMap((table) => readAxwareSections(table, linked))
  const codes = sectionCodes(sections, links)
  const known = memory?.drivers ?? createNoMemory()
  const read = asOnePass(known, () =>
    sections.flatMap(({ group, drivers }, index) =>
      drivers.map((driver) => recallDriver(known, driver, file, codes[index] ?? '', group?.name ?? '')),
    ),
  )
  return {
    ...readAxwareTitle(tables),
    entries: read.map(({ entry }) => entry),
    warnings: [
      ...noResults(sections, tables, file),
      ...pageWarnings(sections, file),
      ...headlessEntries(sections, codes, file),
      ...unknownGroups(sections, codes, file),
      ...beyondHeadings(read, file),
      ...read.flatMap(({ doubts }) => doubts),
    ],
  }
}

function beyondHeadings(read: readonly ReadDriver[], file: string): SourceWarning[] {
  const long = read.flatMap((driver) => driver.long)
  const [first] = long
  if (!first) return []
  const count = long.length === 1 ? 'a row has' : `${long.length} rows have`
  const message = `${count} times behind the last heading, which are not read.`
  return [{ file, code: 'unused_columns', line: first.line, message }]
}

/** A page of another program, or one before the first entry. */
function noResults(
  sections: readonly AxwareSection[],
  tables: readonly HtmlTable[],
  file: string,
): readonly SourceWarning[] {
  if (sections.length > 0) return []
  const count = tables.length === 1 ? '1 table' : `${tables.length} tables`
  const largest = tables.reduce<HtmlTable | undefined>(
    (a, b) => (a && a.rows.length >= b.rows.length ? a : b),
    undefined,
  )
  const texts = (largest?.rows[0]?.cells ?? []).map(({ text }) => text).filter((text) => text !== '')
  const begin = texts
    .slice(0, 6)
    .map((text) => `"${text.slice(0, 30)}"`)
    .join(', ')
  const shown = begin === '' ? count : `${count}; the largest begins with ${begin}`
  const message = `axware_html finds no entry in this page, which has ${shown}. If it is no page of AXWare, read it with html_rows.`
  return [{ file, code: 'no_results', message }]
}

function pageWarnings(sections: readonly AxwareSection[], file: string): SourceWarning[] {
  return sections.flatMap(({ group, drivers, line }) => {
    if (group?.promised === undefined || group.promised === drivers.length) return []
    return [
      { file, line, message: `class ${group.code} promises ${group.promised} entries, and has ${drivers.length}.` },
    ]
  })
}

/** Rows of entries whose first row is missing: whose runs they are, nobody knows. */
function headlessEntries(
  sections: readonly AxwareSection[],
  codes: readonly string[],
  file: string,
): readonly SourceWarning[] {
  return sections.flatMap(({ drivers }, index) => {
    const [first, ...more] = drivers.filter(({ isHeadless }) => isHeadless)
    if (!first) return []
    const which = codes[index] === '' ? 'a class' : `class ${codes[index]}`
    const count = more.length === 0 ? 'a row has' : `rows of ${more.length + 1} entries have`
    const message = `${which} is doubtful: ${count} runs, but no name, class and number. Save the page again.`
    return [{ file, code: 'damaged_page', line: first.rows[0]?.line ?? 1, message }]
  })
}

/** Entries of several classes that are ranked together, such as novices, where nothing on the page names the group. */
function unknownGroups(
  sections: readonly AxwareSection[],
  codes: readonly string[],
  file: string,
): readonly SourceWarning[] {
  // A single one is a ranking of all.
  if (sections.length < 2) return []
  return sections.flatMap((section, index) => {
    const classes = classesOf(section)
    if (codes[index] !== '' || classes.length < 2) return []
    const shown = classes.slice(0, 5).join(', ')
    const message = `entries of ${shown} stand together, and nothing names their group. If they are novices, the template says so: see "AXWare HTML" in docs/TEMPLATES.md.`
    return [{ file, code: 'unknown_group', line: section.line, message }]
  })
}
