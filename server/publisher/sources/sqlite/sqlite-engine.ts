/** The part of sql.js that is used: SQLite as WebAssembly, on a copy of a database in memory. */
export interface SqliteEngine {
  readonly Database: new (bytes: Uint8Array) => SqliteDatabase
}

export interface SqliteDatabase {
  iterateStatements(sql: string): SqliteStatements
  close(): void
}

interface SqliteStatements {
  next(): { readonly done?: boolean; readonly value?: SqliteStatement }
  getRemainingSQL(): string
}

export interface SqliteStatement {
  getColumnNames(): readonly string[]
  step(): boolean
  get(): readonly (number | string | Uint8Array | null)[]
}

let engine: SqliteEngine | undefined
let loading: Promise<void> | undefined

/** Undefined until loadSqlite has resolved: a template cannot wait, and most templates need none. */
export function loadedSqlite(): SqliteEngine | undefined {
  return engine
}

/** Loads the engine, once for the process. */
export function loadSqlite(): Promise<void> {
  loading ??= import('sql.js')
    .then(({ default: initialize }) => initialize())
    .then((loaded) => {
      engine = loaded
    })
  return loading
}
