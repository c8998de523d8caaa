import { normalizeRunCell } from '../../sources/runs/run-notation.ts'
import { member } from '../entries/expression.ts'
import type { RunsValue } from '../entries/runs-value.ts'
import { runItem } from './run-item.ts'

type Cell = string | number | null
type Rows = readonly Readonly<Record<string, Cell>>[]

interface Table {
  readonly table: string
  readonly names: readonly string[]
  readonly rows: Rows
}

/** Runs that are rows of a table of their own, each with the key of its entry. */
export interface JoinedRuns {
  /** The column of the entries that the runs name. */
  readonly key: string
  /** The SELECT of the runs, and the variable of the template that has its rows. */
  readonly sql: string
  readonly variable: string
  readonly doubt: string
  /** The runs of the entries with these rows, which are in the order of the table. */
  value(variable: string, rows: readonly object[]): RunsValue
}

const runVariable = 'allRuns'
const orderNames = /^(?:run_?(?:no|number|nr|index)?|lap_?(?:no|number)?|attempt|seq|sequence|number|no|nr|id)$/i

/** The table whose rows are runs of these entries; undefined when there is none. */
export function joinedRuns(entries: Table, tables: readonly Table[]): JoinedRuns | undefined {
  for (const runs of tables) {
    if (runs.table === entries.table || runs.rows.length === 0) continue
    for (const key of entries.names) {
      const foreign = runs.names.find((name) => names(key, name) && isKeyOf(entries.rows, key, runs.rows, name))
      const joined = foreign === undefined ? undefined : join(entries, runs, key, foreign)
      if (joined) return joined
    }
  }
  return undefined
}

/** `driver_id` names the `id` of a driver; any other key has one name in both tables. */
function names(key: string, foreign: string): boolean {
  if (/^id$/i.test(key)) return /.id$/i.test(foreign)
  return key.toLowerCase() === foreign.toLowerCase() && /(?:id|number|no|key)$/i.test(key)
}

function isKeyOf(entries: Rows, key: string, runs: Rows, foreign: string): boolean {
  const known = new Set(entries.map((row) => row[key]))
  return known.size === entries.length && runs.every((row) => known.has(row[foreign] ?? null))
}

function join(entries: Table, runs: Table, key: string, foreign: string): JoinedRuns | undefined {
  const item = runItem(runs.rows.map((row) => ({ ...row })))
  if (item?.variables !== 'run') return undefined
  const order = runs.names.find((name) => orderNames.test(name) && name !== foreign)
  const used = runs.names.filter((name) => name === foreign || item.expression.includes(member('run', name)))
  const sorted = order === undefined ? runs.rows : [...runs.rows].sort((a, b) => Number(a[order]) - Number(b[order]))
  const byKey = new Map<Cell | undefined, string[]>()
  for (const run of sorted)
    byKey.set(run[foreign], [...(byKey.get(run[foreign]) ?? []), normalizeRunCell(item.read(run))])
  const from = runs.names.filter((name) => used.includes(name) && name !== foreign)
  return {
    key,
    variable: runVariable,
    sql: `SELECT ${used.map(sqlName).join(', ')} FROM ${sqlName(runs.table)}${order === undefined ? '' : ` ORDER BY ${sqlName(order)}`}`,
    doubt: `The rows of the table ${runs.table} are taken as the runs of the entries, by ${foreign}.`,
    value: (variable, rows) => {
      const runsOf = new Map(rows.map((row, index) => [row, byKey.get(entries.rows[index]?.[key]) ?? []]))
      const isOwn = `${member('run', foreign)} == ${member(variable, key)}`
      return {
        expression: 'runs',
        statements: [
          '{% set runs = [] -%}',
          `{% for run in ${runVariable} -%}`,
          `{% if ${isOwn} %}{% set noted = runs.push(${item.expression}) %}{% endif -%}`,
          '{% endfor -%}',
        ],
        columns: from.map((name) => ({ heading: `${runs.table}.${name}`, key: `${runs.table}.${name}`, index: 0 })),
        isLaps: /lap/i.test(runs.table),
        doubts: [],
        read: (row) => runsOf.get(row) ?? [],
      }
    },
  }
}

/** A name in SQL, in quotes where it is no plain word. */
export function sqlName(name: string): string {
  const isPlain = /^[a-z_][a-z0-9_]*$/i.test(name) && !keywords.test(name)
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`
}

const keywords =
  /^(?:group|order|index|table|select|from|where|values|limit|case|to|by|as|and|or|not|null|default|check|key|primary|references|transaction|union|when|then|else|end|in|is|on|set|add|all|desc|asc)$/i
