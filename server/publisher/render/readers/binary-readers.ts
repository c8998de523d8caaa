import type { DataFolder } from '../../files/data-folder.ts'
import { readDatabaseFiles } from '../../files/database-files.ts'
import type { LastReading } from '../../memory/last-reading.ts'
import type { Memories } from '../../memory/memories.ts'
import { SourceError } from '../../sources/source-error.ts'
import type { SourceWarning } from '../../sources/source-warning.ts'
import { type SelectedRows, selectRows } from '../../sources/sqlite/select-rows.ts'
import { loadedSqlite, loadSqlite } from '../../sources/sqlite/sqlite-engine.ts'
import { withWriteAheadLog } from '../../sources/sqlite/write-ahead-log.ts'
import type { DelimitedRows } from '../../sources/tables/delimited.ts'
import { readXlsx } from '../../sources/workbook/xlsx.ts'
import { optionsOf, readerOptions } from './reader-options.ts'
import { pathOf } from './text-reading.ts'

/** What was read of files whose content is the same. */
interface BinaryMemory {
  readonly workbooks: Memories<LastReading<DelimitedRows>>
  readonly selections: Memories<LastReading<SelectedRows>>
}

/** What the readers of one rendering share. */
export interface ReaderTools {
  readonly folder: DataFolder
  readonly collectWarnings: (warnings: readonly SourceWarning[]) => void
  readonly notedTable: (table: DelimitedRows, file: string) => readonly object[]
  readonly notedRows: <Row extends object>(
    rows: readonly Row[],
    names: readonly string[],
    file: string,
  ) => readonly Row[]
  /** The rendering is to be repeated when this has resolved: the template needs what is not there yet. */
  readonly waitFor: (loading: Promise<void>) => void
  readonly memory: BinaryMemory | undefined
}

/** The readers of files that are no text: workbooks and databases. */
export function binaryReaders({ folder, collectWarnings, notedTable, notedRows, waitFor, memory }: ReaderTools) {
  return {
    xlsx: (wanted: unknown, ...given: unknown[]) => {
      const options = readerOptions(given, optionsOf.xlsx, pathOf(wanted))
      const { path, bytes } = folder.read(pathOf(wanted))
      const last = memory?.workbooks.of(JSON.stringify([path, options]))
      const read = () => readXlsx(bytes, path, options)
      const table = last ? last.recall([bytes], read) : read()
      // Of rows that are too long, the table itself is asked at the end.
      collectWarnings(table.warnings.filter(({ code }) => code !== 'long_row'))
      return notedTable(table, path)
    },
    sqlite: (wanted: unknown, sql: unknown, ...given: unknown[]) => {
      readerOptions(given, optionsOf.sqlite, pathOf(wanted))
      const { path, bytes, log } = readDatabaseFiles(folder, pathOf(wanted))
      if (typeof sql !== 'string' || sql.trim() === '') {
        const hint = 'Write one SELECT behind the file name: sqlite("results.db", "SELECT name, number FROM drivers").'
        throw new SourceError('unreadable', path, 'sqlite was given no SQL.', hint)
      }
      const engine = loadedSqlite()
      if (!engine) {
        waitFor(loadSqlite())
        throw new SourceError('unreadable', path, 'SQLite is not loaded yet.', 'It is read again at once.')
      }
      const last = memory?.selections.of(JSON.stringify([path, sql]))
      const select = () => selectRows(engine, withWriteAheadLog(bytes, log), path, sql)
      const { rows, names } = last ? last.recall([bytes, log], select) : select()
      return notedRows(rows, names, path)
    },
  }
}
