import { type SelectedRows, selectRows } from '../sources/sqlite/select-rows.ts'
import type { SqliteEngine } from '../sources/sqlite/sqlite-engine.ts'
import { withWriteAheadLog } from '../sources/sqlite/write-ahead-log.ts'
import { columnsNamed } from '../sources/table-column.ts'
import { assignRoles } from './columns/assign-roles.ts'
import type { Row } from './columns/assigned-role.ts'
import { type JoinedRuns, joinedRuns, sqlName } from './data/joined-runs.ts'
import { describeEntries } from './entries/describe-entries.ts'
import { runsValue } from './entries/describe-runs.ts'
import { member, quoted } from './entries/expression.ts'
import type { Recognition } from './entries/recognition.ts'
import { callOf } from './source-call.ts'

const variable = 'entry'
const expressionOf = (name: string) => member(variable, name)
/** As many tables and rows as are looked at. */
const mostTables = 50
const mostRows = 20_000

interface Table extends SelectedRows {
  readonly table: string
  /** The rows as texts. */
  readonly texts: readonly Row[]
}

/** Recognises the table of entries in a SQLite database, and the table of their runs. */
export function recogniseDatabase(file: string, content: Uint8Array, engine: SqliteEngine): Recognition {
  const bytes = withWriteAheadLog(content, undefined)
  const select = (sql: string) => selectRows(engine, bytes, file, sql)
  const listed = select("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
  const names = listed.rows.map(({ name }) => String(name)).slice(0, mostTables)
  const tables = names.map((table): Table => {
    const rows = select(`SELECT * FROM ${sqlName(table)} LIMIT ${mostRows}`)
    return { ...rows, table, texts: rows.rows.map(textsOf) }
  })
  const scored = tables.map((table) => ({ table, score: scoreOf(table) })).sort((a, b) => b.score - a.score)
  const [best] = scored
  const joined = best && joinedRuns(best.table, tables)
  const described = best && best.score > 0 ? describe(best.table, joined) : undefined
  if (!best || !described) {
    const hint = `No table has names of entries; there are ${names.join(', ')}. Export the results as CSV or JSON.`
    return { kind: 'unusable', file, what: 'a SQLite database', hint }
  }
  const { isLaps, ...entries } = described
  const used = new Set([...entries.fields.flatMap(({ from }) => from), ...(joined ? [joined.key] : [])])
  const columns = best.table.names.filter((name) => used.has(name)).map(sqlName)
  const sql = `SELECT ${columns.join(', ')} FROM ${sqlName(best.table.table)}`
  const preamble = joined
    ? [`{% set ${joined.variable} = ${callOf('sqlite', file, undefined, [quoted(joined.sql)])} -%}`]
    : []
  return {
    kind: 'recognised',
    file,
    what: `a SQLite database with entries in its table ${best.table.table}`,
    preamble,
    loops: [{ variable, list: callOf('sqlite', file, undefined, [quoted(sql)]) }],
    ...entries,
    unused: entries.unused.filter(({ name }) => name !== joined?.key),
    doubts: [...entries.doubts, ...(joined ? [joined.doubt] : []), ...logDoubts(content, file)],
    about: { title: undefined, classNames: new Map(), isLaps },
  }
}

function describe({ names, texts }: Table, joined: JoinedRuns | undefined) {
  const columns = columnsNamed(names)
  const own = runsValue(columns, texts, variable, expressionOf)
  return describeEntries({ columns, rows: texts, variable, expressionOf, runs: own ?? joined?.value(variable, texts) })
}

function scoreOf({ names, texts }: Table): number {
  const roles = assignRoles(columnsNamed(names), texts, new Set())
  if (!roles.has('name') && !(roles.has('first_name') && roles.has('last_name'))) return 0
  const guessed = [...roles.values()].filter(({ isGuess }) => isGuess).length
  return (
    4 + (roles.has('class') ? 2 : 0) + (roles.has('number') ? 2 : 0) - guessed * 0.5 + Math.min(texts.length, 99) / 100
  )
}

function textsOf(row: Readonly<Record<string, string | number | null>>): Row {
  const texts: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(row)) texts[name] = value === null ? '' : String(value)
  return texts
}

/** In this mode, the last changes are in a file beside the database. */
function logDoubts(bytes: Uint8Array, file: string): readonly string[] {
  if (bytes[18] !== 2) return []
  return [`The last changes of ${file} may be in ${file}-wal: let both be in the data folder.`]
}
