import type { Line } from '../tables/lines.ts'
import { readClassHeading } from './class-heading.ts'
import { headingsAbove } from './headings-above.ts'
import type { HtmlRow, HtmlTable } from './html-table.ts'
import { gridOf } from './table-grid.ts'

/** What rows have beside the columns of their table: the heading above them, and the class that it names. */
export const headingColumns = ['heading', 'heading_code', 'heading_name'] as const

interface HeadedRow {
  readonly fields: readonly string[]
  readonly line: number
  readonly heading: string
}

/** Rows below one header. */
interface Section {
  readonly header: readonly string[]
  readonly rows: HeadedRow[]
}

/**
 * The rows of every table of a page that has the heading `wanted`, below one header that has all of their columns and
 * `headingColumns` in front. A heading is the text above a table, or a row of one cell inside it. No lines when no
 * table has the heading.
 */
export function linesOfAllTables(
  page: string,
  tables: readonly HtmlTable[],
  wanted: string,
  file: string,
): readonly Line[] {
  const above = headingsAbove(page)
  const sections = tables.flatMap((table, index) => {
    const before = tables[index - 1]
    const banner = before?.rows.every(({ cells }) => cells.length <= 1) ? before.rows.findLast(isHeadingRow) : undefined
    return sectionsOf(table, above[index] || banner?.cells[0]?.text || '', wanted.trim().toLowerCase(), file)
  })
  const [first] = sections.flatMap(({ rows }) => rows)
  if (sections.length === 0) return []
  const header = commonHeader(sections.map((section) => section.header))
  const rows = sections.flatMap((section) => {
    const places = placesIn(header, section.header)
    return section.rows.map(({ fields, line, heading }) => {
      const { code, name } = readClassHeading(heading)
      return { line, fields: [heading, code, name, ...moved(fields, places, header.length)] }
    })
  })
  return [{ line: first?.line ?? 1, fields: [...headingColumns, ...header] }, ...rows]
}

function sectionsOf(table: HtmlTable, above: string, wanted: string, file: string): readonly Section[] {
  const sections: Section[] = []
  let heading = above
  gridOf(table, file).forEach(({ fields, line }, index) => {
    const row = table.rows[index]
    const section = sections.at(-1)
    if (row && isHeadingRow(row)) heading = row.cells[0]?.text ?? ''
    else if (fields.some((field) => field.toLowerCase() === wanted)) sections.push({ header: fields, rows: [] })
    else if (section && fields.some((field) => field !== '')) section.rows.push({ fields, line, heading })
  })
  return sections
}

function isHeadingRow({ cells }: HtmlRow): boolean {
  return cells.length === 1 && /[\p{L}\d]/u.test(cells[0]?.text ?? '')
}

/** The widest header, and behind it what only others have; a heading is there as often as in any of them. */
function commonHeader(headers: readonly (readonly string[])[]): readonly string[] {
  const common = [...headers.reduce((widest, one) => (one.length > widest.length ? one : widest), [])]
  for (const header of headers) {
    for (const heading of new Set(header)) {
      const missing = countOf(header, heading) - countOf(common, heading)
      for (let count = 0; count < missing; count += 1) common.push(heading)
    }
  }
  return common
}

function countOf(header: readonly string[], heading: string): number {
  return header.filter((one) => one === heading).length
}

/** Where each column of a header is in the common one. */
function placesIn(common: readonly string[], header: readonly string[]): readonly number[] {
  const taken = new Set<number>()
  return header.map((heading) => {
    const place = common.findIndex((one, index) => one === heading && !taken.has(index))
    taken.add(place)
    return place
  })
}

/** The fields in their places of the common header; what is beyond their own header stays beyond it. */
function moved(fields: readonly string[], places: readonly number[], width: number): readonly string[] {
  const result = Array.from({ length: width }, () => '')
  fields.forEach((field, index) => {
    const place = places[index] ?? width + index - places.length
    result[place] = field
  })
  return Array.from(result, (field) => field ?? '')
}
