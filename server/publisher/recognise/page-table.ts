import { headingColumns } from '../sources/html/all-tables.ts'
import { readHtmlRows } from '../sources/html/html-rows.ts'
import type { TableColumn } from '../sources/table-column.ts'
import type { DelimitedRow, DelimitedRows } from '../sources/tables/delimited.ts'
import { type Description, describeEntries } from './entries/describe-entries.ts'
import { member, quoted } from './entries/expression.ts'
import { headerScore, namingHeadings } from './find-header.ts'

/** The variable of the loop over the rows of a page. */
export const rowVariable = 'row'

/** The tables of a page that hold its entries. */
interface PageTable {
  readonly table: DelimitedRows
  readonly described: Description
  /** What the reader is told, such as `header="Driver"`. */
  readonly options: readonly string[]
  /** How many tables, or sections of one, are read. */
  readonly count: number
  readonly classNames: ReadonlyMap<string, string>
  readonly doubts: readonly string[]
}

/**
 * The tables with most headings of results: all that have them where each holds other entries, else the first. Where
 * they have no column for it, the class is that of the headings above them. Undefined when no table has any.
 */
export function findPageTable(text: string, file: string): PageTable | undefined {
  const { rows, warnings } = readHtmlRows(text, file)
  const scored = rows.map((fields) => ({ fields, score: headerScore(fields) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { fields: [] as readonly string[], score: 1 })
  const doubts = warnings.map(({ message }) => message)
  for (const header of namingHeadings(best.fields)) {
    const hasBest = (one: DelimitedRows) => best.fields.every((field) => field === '' || one.header.includes(field))
    const isHeader = (fields: readonly string[]) => fields.some((field) => field.toLowerCase() === header.toLowerCase())
    const count = rows.filter(isHeader).length
    const { table } = readHtmlRows(text, file, { header })
    const { table: all } = readHtmlRows(text, file, { header, all: true })
    const every = table && all && hasBest(all) ? allTables(all, table, header) : undefined
    if (every) return { ...every, count, doubts: [...doubts, ...every.doubts] }
    if (!table || !hasBest(table)) continue
    const described = describeEntries({ ...table, variable: rowVariable, expressionOf })
    if (!described) return undefined
    const options = [`header=${quoted(header)}`]
    const left = count > 1 ? [severalTables(count)] : []
    return { table, described, options, count: 1, classNames: new Map(), doubts: [...doubts, ...left] }
  }
  return undefined
}

const expressionOf = (key: string) => member(rowVariable, key)

/** Undefined where one table is the page, and where further ones have its entries again, such as a second ranking. */
function allTables(all: DelimitedRows, first: DelimitedRows, header: string): Omit<PageTable, 'count'> | undefined {
  const headings = new Set(all.rows.map((row) => row.heading))
  if (all.rows.length === first.rows.length && headings.size < 2) return undefined
  const own = all.columns.filter(({ key }) => !(headingColumns as readonly string[]).includes(key))
  const isClass = all.rows.some(({ heading_code: code }) => code !== '') && headings.size > 1
  const alone = describeEntries({ ...all, columns: own, variable: rowVariable, expressionOf })
  const hasClass = alone?.entries.some((entry) => entry.class !== '') ?? false
  const described =
    isClass && !hasClass
      ? describeEntries({ ...all, columns: [classColumn, ...own], variable: rowVariable, expressionOf })
      : alone
  if (!described || isRepeated(described.entries)) return undefined
  const options = [`header=${quoted(header)}`, 'all=true']
  const table = { ...all, columns: own }
  if (hasClass || !isClass) return { table, described, options, classNames: new Map(), doubts: [] }
  return { table, described, options, classNames: namesOf(all.rows), doubts: [classFromHeading(all.rows)] }
}

/** Its heading says that it is the class; its key is that of the reader. */
const classColumn: TableColumn = { heading: 'Class', key: 'heading_code', index: -1 }

/** Whether many entries are there more than once. */
function isRepeated(entries: Description['entries']): boolean {
  const different = new Set(entries.map(({ name, number }) => `${name}\n${number}`))
  return different.size < entries.length * 0.8
}

function namesOf(rows: readonly DelimitedRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ heading_code: code = '', heading_name: name = '' }) =>
      name === '' ? [] : [[code, name] as const],
    ),
  )
}

function classFromHeading(rows: readonly DelimitedRow[]): string {
  const { heading = '', heading_code: code = '' } = rows.find((row) => row.heading !== '') ?? {}
  return `The class of an entry is the heading above it: "${heading}" is taken as ${code}.`
}

function severalTables(count: number): string {
  return `The page has ${count} tables or headers with these headings, and they have the same entries; only the first table is read. table=2 names another.`
}
