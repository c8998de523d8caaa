import { readCsv } from '../sources/tables/csv.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import type { TableStart } from '../sources/tables/table-start.ts'
import { readTsv } from '../sources/tables/tsv.ts'
import { describeEntries } from './entries/describe-entries.ts'
import { member, quoted } from './entries/expression.ts'
import type { RecognisedFile, Recognition } from './entries/recognition.ts'
import { fieldsOf, findHeader, type HeaderFound, namingHeadings } from './find-header.ts'
import { readWhole } from './read-whole.ts'
import { callOf } from './source-call.ts'
import { tableDoubts } from './table-doubts.ts'
import type { FileText } from './text-of-file.ts'

const separators: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** Recognises a table of separated text; undefined for a text without a header line. */
export function recogniseTable(file: string, { text, encoding }: FileText): Recognition | undefined {
  const header = findHeader(text)
  if (!header) return undefined
  const above = text.split('\n').slice(0, header.line)
  const titles = above.map((line) => line.replace(/[,;|\t"\s]+/g, ' ').trim())
  const start = tableStart(header, above)
  const isTabbed = header.delimiter === '\t'
  const read = readWhole(text, (whole) =>
    isTabbed ? readTsv(whole, file, start) : readCsv(whole, file, { ...start, delimiter: header.delimiter }),
  )
  const table = read.content
  const options = [
    ...(isTabbed || detects(text, file, start, header) ? [] : [quoted(header.delimiter)]),
    ...(start.header === undefined ? [] : [`header=${quoted(start.header)}`]),
    ...(start.skip === undefined ? [] : [`skip=${start.skip}`]),
  ]
  const variable = 'row'
  const found = describeEntries({ ...table, variable, expressionOf: (key) => member(variable, key) })
  if (!found) return withoutNames(file, table)
  const { isLaps, ...described } = found
  const what = `a table of text with ${separators[header.delimiter]} in between`
  return {
    kind: 'recognised',
    file,
    what: described.fields.some(({ attribute }) => isResult(attribute)) ? what : `${what}, before the event`,
    loops: [{ variable, list: callOf(isTabbed ? 'tsv' : 'csv', file, { encoding }, options) }],
    ...described,
    doubts: [...described.doubts, ...read.doubts, ...tableDoubts(table, file)],
    about: {
      title: titles.find((title) => /\p{L}{3}/u.test(title) && !/^sep=/i.test(title)),
      classNames: new Map(),
      isLaps,
    },
  } satisfies RecognisedFile
}

/** How the template finds the header: by itself, by one of the headings, else by the number of lines above. */
function tableStart({ line, fields }: HeaderFound, above: readonly string[]): TableStart {
  if (above.every((one) => one.trim() === '' || /^\ufeff?"?sep=.?"?\s*$/i.test(one))) return {}
  const before = new Set(above.flatMap((one) => one.split(/[,;\t|]/).map(plain)))
  const heading = namingHeadings(fields).find((field) => !before.has(plain(field)))
  return heading === undefined ? { skip: line } : { header: heading }
}

function plain(field: string): string {
  return field.trim().replace(/^"|"$/g, '').trim().toLowerCase()
}

/** Whether `csv` takes the same separator without being told. */
function detects(text: string, file: string, start: TableStart, { delimiter, fields }: HeaderFound): boolean {
  try {
    const { header } = readCsv(text, file, start)
    return header.length > 1 && fields.every((field) => field === '' || header.includes(field))
  } catch {
    const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
    return delimiter === ',' && fieldsOf(first, ',').length > 1
  }
}

function withoutNames(file: string, { header }: DelimitedRows): Recognition {
  const shown = header.slice(0, 12).map((name) => `"${name}"`)
  return {
    kind: 'unusable',
    file,
    what: 'a table without names',
    hint: `No column holds names or numbers of entries; there are ${shown.join(', ')}. Export the names with the results.`,
  }
}

function isResult(attribute: string): boolean {
  return attribute === 'runs' || attribute === 'published_total'
}
