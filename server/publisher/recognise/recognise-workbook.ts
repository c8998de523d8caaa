import { SourceError } from '../sources/source-error.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import type { Line } from '../sources/tables/lines.ts'
import { cellFormats } from '../sources/workbook/cell-formats.ts'
import { sharedStrings } from '../sources/workbook/shared-strings.ts'
import { sheetRows } from '../sources/workbook/sheet-rows.ts'
import { requirePart, workbookParts } from '../sources/workbook/workbook-parts.ts'
import { readXlsx } from '../sources/workbook/xlsx.ts'
import { openZip } from '../sources/workbook/zip.ts'
import { describeEntries } from './entries/describe-entries.ts'
import { member, quoted } from './entries/expression.ts'
import type { Recognition } from './entries/recognition.ts'
import { headerScore, namingHeadings } from './find-header.ts'
import { callOf } from './source-call.ts'
import { tableDoubts } from './table-doubts.ts'

/** As many sheets as are looked at. */
const mostSheets = 20
/** Rows of a sheet among which the header is looked for. */
const mostLines = 50

/** Whether a file is an Excel workbook (.xlsx), whatever its name says. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return content.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && content.includes('xl/workbook.xml')
}

/** Recognises the sheet of a workbook that has the entries. Throws SourceError for a workbook that is not whole. */
export function recogniseWorkbook(file: string, bytes: Uint8Array): Recognition {
  const sheets = sheetLines(file, bytes)
  const read = sheets.flatMap((sheet) => sheetTable(file, bytes, sheet) ?? [])
  const best = read.reduce<SheetTable | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  const variable = 'row'
  const described = best && describeEntries({ ...best.table, variable, expressionOf: (key) => member(variable, key) })
  if (!best || !described) {
    const hint = 'No sheet has a line of headings such as Name, Class, Number, Run 1 above the entries.'
    return { kind: 'unusable', file, what: 'an Excel workbook without a table of entries', hint }
  }
  const { isLaps, ...entries } = described
  const options = [
    ...(best.name === sheets[0]?.name ? [] : [`sheet=${quoted(best.name)}`]),
    ...(best.header === undefined ? [] : [`header=${quoted(best.header)}`]),
  ]
  const others = read.filter(({ name }) => name !== best.name).map(({ name }) => `"${name}"`)
  const doubts =
    others.length > 0 ? [`Only the sheet "${best.name}" is read; there are ${others.join(', ')}, too.`] : []
  return {
    kind: 'recognised',
    file,
    what: 'an Excel workbook',
    loops: [{ variable, list: callOf('xlsx', file, undefined, options) }],
    ...entries,
    doubts: [...entries.doubts, ...doubts, ...tableDoubts(best.table, file)],
    about: { title: best.title, classNames: new Map(), isLaps },
  }
}

interface SheetTable {
  readonly name: string
  readonly table: DelimitedRows
  /** The heading by which the reader finds the table; undefined where it begins in the first row. */
  readonly header: string | undefined
  readonly title: string | undefined
  readonly score: number
}

/** The table of a sheet; undefined for a sheet without headings of results. */
function sheetTable(file: string, bytes: Uint8Array, { name, lines }: SheetLines): SheetTable | undefined {
  const scores = lines.map(({ fields }) => headerScore(fields))
  const score = Math.max(...scores)
  if (score < 2) return undefined
  const at = scores.indexOf(score)
  const title = lines
    .slice(0, at)
    .flatMap(({ fields }) => fields)
    .find((cell) => /\p{L}{3}/u.test(cell))
  const headings = namingHeadings(lines[at]?.fields ?? [])
  for (const header of [...(at === 0 ? [undefined] : []), ...headings]) {
    const table = readSheet(file, bytes, { sheet: name, header })
    if (table && headerScore(table.header) >= score) return { name, table, header, title, score }
  }
  return undefined
}

interface SheetLines {
  readonly name: string
  readonly lines: readonly Line[]
}

/** The first filled rows of each sheet that is shown. */
function sheetLines(file: string, bytes: Uint8Array): readonly SheetLines[] {
  const zip = openZip(bytes, file)
  const { sheets, strings, styles, is1904 } = workbookParts(zip, file)
  const context = { strings: sharedStrings(strings, file), formats: cellFormats(styles), is1904 }
  const shown = sheets.filter(({ isHidden }) => !isHidden).slice(0, mostSheets)
  return shown.map(({ name, path }) => {
    const { rows } = sheetRows(requirePart(zip, path, file), file, context)
    const filled = rows.filter(({ fields }) => fields.some((field) => field !== ''))
    return { name, lines: filled.slice(0, mostLines) }
  })
}

/** Undefined for an empty sheet. */
function readSheet(
  file: string,
  bytes: Uint8Array,
  options: { readonly sheet: string; readonly header?: string | undefined },
): DelimitedRows | undefined {
  try {
    return readXlsx(bytes, file, options)
  } catch (error) {
    if (error instanceof SourceError && (error.code === 'unreadable' || error.code === 'file_empty')) return undefined
    throw error
  }
}
