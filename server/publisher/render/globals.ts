import type { DataFolder } from '../files/data-folder.ts'
import { readAxwareGrid } from '../sources/axware/axware-grid.ts'
import { readAxwareHtml } from '../sources/axware/axware-html.ts'
import { readHtmlRows } from '../sources/html/html-rows.ts'
import { passedOverWarnings } from '../sources/pronto/passed-over-page.ts'
import { mayBeProntoClassPage, readProntoHtml } from '../sources/pronto/pronto-html.ts'
import { normalizeRunCell, runNotation } from '../sources/runs/run-notation.ts'
import { SourceError } from '../sources/source-error.ts'
import type { SourceWarning } from '../sources/source-warning.ts'
import { readJson } from '../sources/structured/json.ts'
import { readJsonLines } from '../sources/structured/json-lines.ts'
import { readYaml } from '../sources/structured/yaml.ts'
import { readCsv } from '../sources/tables/csv.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import { readTsv } from '../sources/tables/tsv.ts'
import type { SourceNames } from './guard/source-names.ts'
import { binaryReaders } from './readers/binary-readers.ts'
import { encodingWarnings } from './readers/encoding-warnings.ts'
import { createFeedReader, type FeedReader, noFeedsOfPass } from './readers/feed-reader.ts'
import { optionsOf, type ReaderOptions, readerOptions } from './readers/reader-options.ts'
import { createRunTables, type RunTables } from './readers/run-tables.ts'

/** What readers report beside the rows that they give to a template. */
export interface SourceCollector {
  readonly warnings: SourceWarning[]
  /** Files that end in the middle of a line, whole or cut off. */
  readonly unterminated: string[]
  /** What a reader needs and is not loaded: the template is to be rendered again when all have resolved. */
  readonly loading?: Promise<void>[]
}

/** A function that a template can call; keyword arguments come last, as Nunjucks passes them. */
export type SourceGlobal = (...parameters: unknown[]) => unknown

/**
 * The readers as template globals. Each takes a path inside the data folder and gives plain rows; `axware_html` and
 * `axware_grid` give their entries. All throw SourceError; only `text` takes an empty file.
 */
export function sourceGlobals(
  folder: DataFolder,
  collector: SourceCollector,
  sourceNames: SourceNames,
  runTables: RunTables = createRunTables(sourceNames),
  feedReader: FeedReader = createFeedReader(noFeedsOfPass, sourceNames),
): Record<string, SourceGlobal> {
  const read = <T>(
    wanted: unknown,
    given: readonly unknown[],
    options: (typeof optionsOf)[keyof typeof optionsOf],
    reader: (text: string, file: string, options: ReaderOptions) => T,
    usual?: 'windows-1252',
  ): T => {
    const said = readerOptions(given, options, pathOf(wanted))
    const file = folder.read(pathOf(wanted))
    const decoded = file.decoded(said.encoding)
    const found = reader(decoded.text, file.path, said)
    if (decoded.guessed === undefined || decoded.guessed !== usual) {
      collect(file.path, { warnings: encodingWarnings(decoded, file.path) })
    }
    return found
  }
  const known = new Set<string>()
  const collect = (file: string, found: { warnings?: readonly SourceWarning[]; unterminated?: boolean }) => {
    for (const warning of found.warnings ?? []) {
      const key = `${warning.file} ${warning.line} ${warning.message}`
      if (!known.has(key)) collector.warnings.push(warning)
      known.add(key)
    }
    if (found.unterminated && !collector.unterminated.includes(file)) collector.unterminated.push(file)
  }
  /** Entries of AXWare, which writes windows-1252. */
  const entries = <T extends { readonly entries: unknown; readonly warnings: readonly SourceWarning[] }>(
    path: unknown,
    given: readonly unknown[],
    options: (typeof optionsOf)['text' | 'tsv'],
    reader: (text: string, file: string, said: ReaderOptions) => T & { unterminated?: boolean },
  ): unknown =>
    read(
      path,
      given,
      options,
      (text, file, said) => {
        const found = reader(text, file, said)
        collect(file, found)
        return noted(found.entries, path)
      },
      'windows-1252',
    )

  /** Notes the names of what a template gets from a file, so that others can be refused. */
  const noted = <T>(data: T, path: unknown): T => {
    sourceNames.note(data, String(path))
    return data
  }

  const table = (
    path: unknown,
    given: readonly unknown[],
    options: (typeof optionsOf)['csv' | 'tsv'],
    reader: (text: string, file: string, said: ReaderOptions) => DelimitedRows,
  ): unknown =>
    read(path, given, options, (text, file, said) => {
      const found = reader(text, file, said)
      collect(file, { unterminated: found.unterminated })
      return notedTable(found, file)
    })

  const notedTable = (table: DelimitedRows, file: string): DelimitedRows['rows'] => {
    sourceNames.noteRows(table.rows, table.names, file)
    runTables.note(table, file)
    return table.rows
  }

  /** Notes lists of texts, of which a template can name each place up to the longest. */
  const notedLists = (rows: readonly (readonly string[])[], file: string): typeof rows => {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const places = Array.from({ length: width }, (_, place) => String(place))
    sourceNames.noteRows(rows, places, file)
    return rows
  }

  return {
    axware_html: (path, ...given) => entries(path, given, optionsOf.text, readAxwareHtml),
    axware_grid: (path, ...given) =>
      entries(path, given, optionsOf.tsv, (text, file, said) => {
        const grid = readAxwareGrid(text, file, said)
        runTables.noteEntries(grid.entries, grid.unread)
        return grid
      }),
    csv: (path, ...given) => table(path, given, optionsOf.csv, readCsv),
    tsv: (path, ...given) => table(path, given, optionsOf.tsv, readTsv),
    html_rows: (path, ...given) =>
      read(path, given, optionsOf.html, (text, file, said) => {
        const found = readHtmlRows(text, file, said)
        collect(file, found)
        return found.table ? notedTable(found.table, file) : notedLists(found.rows, file)
      }),
    pronto_html: (path, ...given) => {
      const isPattern = typeof path === 'string' && path.includes('*')
      const paths = isPattern ? folder.matching(path) : Array.isArray(path) ? path : [path]
      const pages = paths.map((one) =>
        read(
          one,
          given,
          optionsOf.pronto,
          (text, file, said) => {
            if (isPattern && !mayBeProntoClassPage(text)) {
              collect(file, { warnings: passedOverWarnings(text, file) })
              return []
            }
            const found = readProntoHtml(text, file, said)
            collect(file, found)
            return noted(found.entries, file)
          },
          'windows-1252',
        ),
      )
      return pages.flat()
    },
    ...binaryReaders({
      ...{ folder, pathOf, notedTable },
      collectWarnings: (warnings) => collect('', { warnings }),
      notedRows(rows, names, file) {
        sourceNames.noteRows(rows, names, file)
        return rows
      },
      waitFor: (loading) => collector.loading?.push(loading),
    }),
    json: (path, ...given) => read(path, given, optionsOf.text, (text, file) => noted(readJson(text, file), path)),
    jsonl: (path, ...given) =>
      read(path, given, optionsOf.text, (text, file) => {
        const { records, unterminated } = readJsonLines(text, file)
        collect(file, { unterminated })
        return noted(records, file)
      }),
    yaml: (path, ...given) =>
      read(path, given, optionsOf.text, (text, file) => {
        const data = readYaml(text, file)
        collect(file, { unterminated: !text.endsWith('\n') })
        return noted(data, path)
      }),
    rmonitor: (name) => feedReader.read(name),
    text: (path, ...given) => read(path, given, optionsOf.text, (text) => text),
    run_notation: (time, penalty) => runNotation(asText(time), asText(penalty)),
    normalize_run: (cell) => normalizeRunCell(asText(cell)),
    run_columns: (row) => runTables.runsOf(row),
  }
}

function pathOf(wanted: unknown): string {
  if (typeof wanted === 'string' && wanted !== '') return wanted
  const hint = 'Write the name of a file in the data folder, in quotes.'
  throw new SourceError('unreadable', String(wanted ?? ''), 'a reader was given no file name.', hint)
}

// Nunjucks passes keyword arguments as an object at the end, even where no argument was meant.
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
