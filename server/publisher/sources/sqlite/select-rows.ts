import { SourceError } from '../source-error.ts'
import type { SqliteDatabase, SqliteEngine, SqliteStatement } from './sqlite-engine.ts'

export interface SelectedRows {
  readonly names: readonly string[]
  /** By column name: texts, numbers, and null; the objects have no prototype. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
}

export interface SelectLimits {
  readonly rows: number
  readonly cells: number
  /** Of all texts together. */
  readonly characters: number
}

export const defaultSelectLimits: SelectLimits = { rows: 50_000, cells: 1_000_000, characters: 16_000_000 }

/**
 * The rows of one SELECT on a copy of a database. Throws 'half_written' for a damaged database, 'file_too_large' beyond
 * a limit, and 'unreadable' for SQL that is no single SELECT or that SQLite refuses, with the tables that there are.
 */
export function selectRows(
  engine: SqliteEngine,
  bytes: Uint8Array,
  file: string,
  sql: string,
  limits: SelectLimits = defaultSelectLimits,
): SelectedRows {
  const database = new engine.Database(bytes)
  try {
    return readRows(single(database, sql, file), file, limits)
  } catch (error) {
    if (error instanceof SourceError || !(error instanceof Error)) throw error
    if (/malformed|not a database|disk image/.test(error.message)) throw damaged(file, error.message)
    const tables = tablesOf(database)
    if (tables === undefined) throw damaged(file, error.message)
    const hint = `${tables} Correct the SQL in the template; the last good list stays.`
    throw new SourceError('unreadable', file, `SQLite says: ${error.message.slice(0, 200)}.`, hint)
  } finally {
    database.close()
  }
}

/** Spaces and comments of SQL. */
const blank = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|;)*/

function single(database: SqliteDatabase, sql: string, file: string): SqliteStatement {
  if (!/^(?:select|with|values)\b/i.test(sql.replace(blank, '')))
    throw noSelect(file, 'the SQL does not begin with SELECT.')
  const statements = database.iterateStatements(sql)
  const { value: statement } = statements.next()
  if (!statement || statement.getColumnNames().length === 0) throw noSelect(file, 'the SQL gives no columns.')
  if (statements.getRemainingSQL().replace(blank, '') !== '') throw noSelect(file, 'the SQL has several statements.')
  return statement
}

function readRows(statement: SqliteStatement, file: string, limits: SelectLimits): SelectedRows {
  const names = statement.getColumnNames()
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    const hint = 'Give each column a name of its own in the SQL: SELECT driver.name AS driver, car.name AS car.'
    throw new SourceError('unreadable', file, `two columns of the SQL are called "${twice}".`, hint)
  }
  const rows: Record<string, string | number | null>[] = []
  let characters = 0
  while (statement.step()) {
    const row: Record<string, string | number | null> = Object.create(null)
    statement.get().forEach((value, index) => {
      const plain = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
      row[names[index] ?? ''] = plain
      if (typeof plain === 'string') characters += plain.length
    })
    rows.push(row)
    const isOver = rows.length > limits.rows || rows.length * names.length > limits.cells
    if (isOver || characters > limits.characters) throw tooMuch(file, limits)
  }
  return { names, rows }
}

/** Undefined for a database whose schema cannot be read. */
function tablesOf(database: SqliteDatabase): string | undefined {
  try {
    return `The tables are ${tableNames(database).join(', ') || 'none'}.`
  } catch {
    return undefined
  }
}

function tableNames(database: SqliteDatabase): readonly string[] {
  const statement = database.iterateStatements(
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name LIMIT 20",
  )
  const { value } = statement.next()
  const names: string[] = []
  while (value?.step()) names.push(`"${String(value.get()[0]).slice(0, 60)}"`)
  return names
}

function noSelect(file: string, problem: string): SourceError {
  const hint = 'Write one SELECT, such as sqlite("results.db", "SELECT name, number FROM drivers").'
  return new SourceError('unreadable', file, problem, hint)
}

function damaged(file: string, message: string): SourceError {
  const hint =
    'The next save will complete it; nothing is lost. If it stays, copy the database when nothing writes to it.'
  return new SourceError('half_written', file, `the database is not whole (${message}).`, hint)
}

function tooMuch(file: string, { rows, cells, characters }: SelectLimits): SourceError {
  const problem = `the SQL gives more than ${rows} rows, ${cells} cells or ${characters} characters.`
  return new SourceError('file_too_large', file, problem, 'Select only the columns and rows that this event needs.')
}
