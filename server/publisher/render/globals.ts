import type { DataFolder, FileRead } from '../files/data-folder.ts'
import { readAxwareGrid } from '../sources/axware/axware-grid.ts'
import { readAxwareHtml } from '../sources/axware/axware-html.ts'
import { normalizeRunCell, runNotation } from '../sources/runs/run-notation.ts'
import { SourceError } from '../sources/source-error.ts'
import type { SourceWarning } from '../sources/source-warning.ts'
import { readJson } from '../sources/structured/json.ts'
import { readYaml } from '../sources/structured/yaml.ts'
import { readCsv } from '../sources/tables/csv.ts'
import type { DelimitedRows } from '../sources/tables/delimited.ts'
import { readTsv } from '../sources/tables/tsv.ts'
import type { SourceNames } from './guard/source-names.ts'
import { createRunTables, type RunTables } from './run-tables.ts'

/** What readers report beside the rows that they give to a template. */
export interface SourceCollector {
  readonly warnings: SourceWarning[]
  /** Files that end in the middle of a line, whole or cut off. */
  readonly unterminated: string[]
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
): Record<string, SourceGlobal> {
  const read = <T>(wanted: unknown, reader: (file: FileRead) => T): T => {
    if (typeof wanted !== 'string' || wanted === '') {
      const hint = 'Write the name of a file in the data folder, in quotes.'
      throw new SourceError('unreadable', String(wanted ?? ''), 'a reader was given no file name.', hint)
    }
    return reader(folder.read(wanted))
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
  const collected = <T extends { warnings?: readonly SourceWarning[]; unterminated?: boolean }>(
    wanted: unknown,
    reader: (text: string, file: string) => T,
  ): T =>
    read(wanted, ({ path, text }) => {
      const found = reader(text, path)
      collect(path, found)
      return found
    })

  /** Notes the names of what a template gets from a file, so that others can be refused. */
  const noted = <T>(data: T, path: unknown): T => {
    sourceNames.note(data, String(path))
    return data
  }

  const table = (path: unknown, reader: (text: string, file: string) => DelimitedRows): unknown =>
    read(path, ({ path: file, text }) => {
      const found = reader(text, file)
      collect(file, { unterminated: found.unterminated })
      runTables.note(found, file)
      return noted(found.rows, path)
    })

  return {
    axware_html: (path) => noted(collected(path, readAxwareHtml).entries, path),
    axware_grid: (path) => noted(collected(path, readAxwareGrid).entries, path),
    csv: (path, options) => table(path, (text, file) => readCsv(text, file, csvOptions(options))),
    tsv: (path) => table(path, readTsv),
    json: (path) => read(path, ({ text, path: file }) => noted(readJson(text, file), path)),
    yaml: (path) =>
      read(path, ({ text, path: file }) => {
        const data = readYaml(text, file)
        collect(file, { unterminated: !text.endsWith('\n') })
        return noted(data, path)
      }),
    text: (path) => read(path, ({ text }) => text),
    run_notation: (time, penalty) => runNotation(asText(time), asText(penalty)),
    normalize_run: (cell) => normalizeRunCell(asText(cell)),
    run_columns: (row) => runTables.runsOf(row),
  }
}

function csvOptions(options: unknown): { delimiter?: string } {
  if (typeof options === 'string') return { delimiter: options }
  if (typeof options !== 'object' || options === null || !('delimiter' in options)) return {}
  return typeof options.delimiter === 'string' ? { delimiter: options.delimiter } : {}
}

// Nunjucks passes keyword arguments as an object at the end, even where no argument was meant.
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
