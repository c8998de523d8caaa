import type { DataFolder } from '../files/data-folder.ts'
import { normalizeRunCell, runNotation } from '../sources/runs/run-notation.ts'
import type { SourceWarning } from '../sources/source-warning.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import type { SourceNames } from './guard/source-names.ts'
import { binaryReaders } from './readers/binary-readers.ts'
import { createFeedReader, type FeedReader, noFeedsOfPass } from './readers/feed-reader.ts'
import type { ReadingMemory } from './readers/reading-memory.ts'
import { createRunTables, type RunTables } from './readers/run-tables.ts'
import { textReaders } from './readers/text-readers.ts'
import { createTextReading, type TextReader, type Use } from './readers/text-reading.ts'

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

/** What the rendering knows beside its files. */
export interface Rendering {
  readonly runTables?: RunTables
  readonly feedReader?: FeedReader
  /** What earlier passes read. Without it, every call reads its file again. */
  readonly memory?: ReadingMemory | undefined
}

/**
 * The readers as template globals. Each takes a path inside the data folder and gives plain rows; `axware_html` and
 * `axware_grid` give their entries. All throw SourceError; only `text` takes an empty file.
 */
export function sourceGlobals(
  folder: DataFolder,
  collector: SourceCollector,
  sourceNames: SourceNames,
  { memory, ...rendering }: Rendering = {},
): Record<string, SourceGlobal> {
  const runTables = rendering.runTables ?? createRunTables(sourceNames)
  const feedReader = rendering.feedReader ?? createFeedReader(noFeedsOfPass, sourceNames)
  const known = new Set<string>()
  const collect = (file: string, found: { warnings?: readonly SourceWarning[]; unterminated?: boolean }) => {
    for (const warning of found.warnings ?? []) {
      const key = `${warning.file} ${warning.line} ${warning.message}`
      if (!known.has(key)) collector.warnings.push(warning)
      known.add(key)
    }
    if (found.unterminated && !collector.unterminated.includes(file)) collector.unterminated.push(file)
  }
  const readText = createTextReading(folder, (warnings) => collect('', { warnings }))
  const reads =
    <Found, Parts>(reader: TextReader<Found, Parts>, use: Use<Found, unknown>): SourceGlobal =>
    (...call) =>
      readText(reader, use, call)

  /** Notes the names of what a template gets from a file, so that others can be refused. */
  const noted = <T>(data: T, file: string): T => {
    sourceNames.note(data, file)
    return data
  }

  /** The same for entries of a reader, which have the same names each. */
  const notedEntries: Use<FoundEntries, readonly object[]> = (found, file) => {
    collect(file, found)
    sourceNames.noteAlike(found.entries, file)
    return found.entries
  }

  const notedTable: Use<DelimitedRows, DelimitedRows['rows']> = (table, file) => {
    sourceNames.noteRows(table.rows, table.names, file)
    runTables.note(table, file)
    return table.rows
  }
  const linesOfTable: Use<DelimitedRows, DelimitedRows['rows']> = (table, file) => {
    collect(file, { unterminated: table.unterminated })
    return notedTable(table, file)
  }

  /** Notes lists of texts, of which a template can name each place up to the longest. */
  const notedLists = (rows: readonly (readonly string[])[], file: string): typeof rows => {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const places = Array.from({ length: width }, (_, place) => String(place))
    sourceNames.noteRows(rows, places, file)
    return rows
  }

  const readers = textReaders(memory)

  return {
    axware_html: reads(readers.axware_html, notedEntries),
    axware_grid: reads(readers.axware_grid, (grid, file) => {
      runTables.noteEntries(grid.entries, grid.unread)
      return notedEntries(grid, file)
    }),
    csv: reads(readers.csv, linesOfTable),
    tsv: reads(readers.tsv, linesOfTable),
    html_rows: reads(readers.html_rows, (found, file) => {
      collect(file, found)
      return found.table ? notedTable(found.table, file) : notedLists(found.rows, file)
    }),
    pronto_html: (path, ...given) => {
      const isPattern = typeof path === 'string' && path.includes('*')
      const paths = isPattern ? folder.matching(path) : Array.isArray(path) ? path : [path]
      const reader = isPattern ? readers.pronto_html_among_others : readers.pronto_html
      return paths.flatMap((one) => readText(reader, notedEntries, [one, ...given]))
    },
    ...binaryReaders({
      ...{ folder, notedTable, memory },
      collectWarnings: (warnings) => collect('', { warnings }),
      notedRows(rows, names, file) {
        sourceNames.noteRows(rows, names, file)
        return rows
      },
      waitFor: (loading) => collector.loading?.push(loading),
    }),
    json: reads(readers.json, noted),
    jsonl: reads(readers.jsonl, ({ records, unterminated }, file) => {
      collect(file, { unterminated })
      return noted(records, file)
    }),
    yaml: reads(readers.yaml, ({ data, unterminated }, file) => {
      collect(file, { unterminated })
      return noted(data, file)
    }),
    rmonitor: (name) => feedReader.read(name),
    text: reads(readers.text, (text) => text),
    run_notation: (time, penalty) => runNotation(asText(time), asText(penalty)),
    normalize_run: (cell) => normalizeRunCell(asText(cell)),
    run_columns: (row) => runTables.runsOf(row),
  }
}

interface FoundEntries {
  readonly entries: readonly object[]
  readonly warnings: readonly SourceWarning[]
  readonly unterminated?: boolean
}

// Nunjucks passes keyword arguments as an object at the end, even where no argument was meant.
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
