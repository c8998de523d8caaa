import { columnsNamed } from '../sources/table-column.ts'
import { assignRoles } from './columns/assign-roles.ts'
import { findRecords, type RecordSet, type Step } from './data/find-records.ts'
import { flattenRecords } from './data/flatten-record.ts'
import { runListsValue } from './data/run-lists.ts'
import { describeEntries, type RecordTable } from './entries/describe-entries.ts'
import { runsValue } from './entries/describe-runs.ts'
import { member } from './entries/expression.ts'
import type { EventFacts, Recognition, TemplateLoop } from './entries/recognition.ts'

/** Recognises the entries in data of JSON or YAML. `call` is how a template reads the data, `what` what they are. */
export function recogniseData(file: string, data: unknown, call: string, what: string): Recognition {
  const sets = findRecords(data).map((set) => ({ set, ...describeSet(set, call) }))
  const best = sets.reduce<(typeof sets)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  const described = best && best.score > 0 ? describeEntries(best.table) : undefined
  if (!best || !described) return withoutEntries(file, data, what)
  const { isLaps, ...entries } = described
  const list = best.set.steps.filter((step) => step.kind === 'member').map(({ name }) => name)
  return {
    kind: 'recognised',
    file,
    what: list.length > 0 ? `${what} with entries in ${list.join('.')}` : what,
    loops: best.loops,
    ...entries,
    unused: entries.unused.filter(({ name }) => name !== 'key'),
    about: { ...factsOf(data, best.set), isLaps },
  }
}

function describeSet(
  set: RecordSet,
  call: string,
): { loops: readonly TemplateLoop[]; table: RecordTable; score: number } {
  const { loops, variables, contexts, keyVariables } = loopsOf(set.steps, call)
  const variable = variables.at(-1) ?? 'entry'
  const { columns, rows, expressions } = flattenRecords(set, variables, contexts, keyVariables)
  const recordOf = new Map(rows.map((row, index) => [row as object, set.records[index]?.record]))
  const table: RecordTable = {
    columns,
    rows,
    variable,
    expressionOf: (key) => expressions.get(key) ?? key,
    runs: runListsValue(set.records, variable, (row) => recordOf.get(row)) ?? ownColumns(set, variable, rows, recordOf),
  }
  return { loops, table, score: scoreOf(table) }
}

/** Runs in members such as `Run 1` and `Pen 1` of each record, which `run_columns` reads from the record itself. */
function ownColumns(
  { records }: RecordSet,
  variable: string,
  rows: readonly object[],
  recordOf: ReadonlyMap<object, Readonly<Record<string, unknown>> | undefined>,
) {
  const names = [...new Set(records.slice(0, 500).flatMap(({ record }) => Object.keys(record)))].filter(
    (name) => !name.startsWith('__'),
  )
  const own = rows.map((row) => textsOf(recordOf.get(row) ?? {}, names))
  const byRow = new Map(rows.map((row, index) => [row, own[index] ?? {}]))
  const found = runsValue(columnsNamed(names), own, variable, (key) => member(variable, key))
  return (
    found && {
      ...found,
      columns: found.columns.map((column) => ({ ...column, key: member(variable, column.key) })),
      read: (row: object) => found.read(byRow.get(row) ?? {}),
    }
  )
}

function textsOf(
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null)
  for (const name of names) {
    const value = record[name]
    texts[name] = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return texts
}

/**
 * How much a set of records looks like entries: names of their own weigh most, then runs, classes and numbers. What is
 * around a record names the class at most: else each run of an entry would be one.
 */
function scoreOf({ columns, rows, runs, variable }: RecordTable): number {
  const used = new Set(runs?.columns.map(({ key }) => key))
  const roles = assignRoles(columns, rows, used)
  const isOwn = (key: string) => key.startsWith(variable) && /^[.[]/.test(key.slice(variable.length))
  const own = columns.filter(({ key, heading }) => heading === 'key' || isOwn(key))
  const ownRoles = assignRoles(own, rows, used)
  const isNamed = ownRoles.has('name') || (ownRoles.has('first_name') && ownRoles.has('last_name'))
  if (!isNamed && !ownRoles.has('number')) return 0
  const weights = [isNamed ? 4 : 0, runs ? 4 : 0, roles.has('class') ? 2 : 0, ownRoles.has('number') ? 2 : 0]
  const guessed = [...ownRoles.values()].filter(({ isGuess }) => isGuess).length
  return weights.reduce((sum, weight) => sum + weight, 0) - guessed * 0.5 + Math.min(rows.length, 100) / 1000
}

/** The loops over lists and mappings on the way to the records, and the names that they give. */
function loopsOf(steps: readonly Step[], call: string) {
  const loops: TemplateLoop[] = []
  const variables: string[] = []
  const contexts: string[] = []
  const keyVariables: string[] = []
  const count = steps.filter(({ kind }) => kind !== 'member').length
  let list = call
  let last = ''
  for (const step of steps) {
    if (step.kind === 'member') {
      list = member(list, step.name)
      last = step.name
      continue
    }
    const variable = loops.length === count - 1 ? 'entry' : variableOf(last, variables)
    const key = count > 1 ? `${variable}Key` : 'key'
    variables.push(variable)
    contexts.push(last)
    keyVariables.push(key)
    loops.push({ variable: step.kind === 'mapping' ? `${key}, ${variable}` : variable, list })
    list = variable
  }
  return { loops, variables, contexts, keyVariables }
}

function variableOf(list: string, taken: readonly string[]): string {
  const singular = list.replace(/(?:(ss|x|ch)es|s)$/, '$1')
  const isUsable =
    /^[a-z][A-Za-z0-9]*$/.test(singular) && !['entry', 'in', 'is', 'not', 'and', 'or', 'runs', 'run'].includes(singular)
  return isUsable && !taken.includes(singular) ? singular : `part${taken.length + 1}`
}

// cspell:ignore eventtitle sessionname: names of members
const titleNames = ['title', 'eventtitle', 'eventname', 'event', 'meeting', 'name', 'sessionname']

/** The title beside the entries, and the names of classes around them. */
function factsOf(data: unknown, { records }: RecordSet): Omit<EventFacts, 'isLaps'> {
  const holders = Array.isArray(data) || typeof data !== 'object' || data === null ? [] : [data, ...Object.values(data)]
  const titles = holders.flatMap((holder) =>
    typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? Object.entries(holder) : [],
  )
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')
  const title = titleNames.flatMap((wanted) =>
    titles.flatMap(([name, value]) =>
      plain(name) === wanted && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
    ),
  )[0]
  const named = records.flatMap(({ around }) => {
    const outer = around.at(-1) ?? {}
    const code = [outer.shortName, outer.code, outer.abbr].find((one) => typeof one === 'string')
    return typeof code === 'string' && typeof outer.name === 'string' ? [[code, outer.name] as const] : []
  })
  return { title, classNames: new Map(named) }
}

function withoutEntries(file: string, data: unknown, what: string): Recognition {
  const names = typeof data === 'object' && data !== null ? Object.keys(data).slice(0, 12) : []
  const there = Array.isArray(data) ? 'a list' : names.length > 0 ? `the names ${names.join(', ')}` : 'no list'
  const hint = `No list of entries with names was found; there is ${there}. Export the results with their entries.`
  return { kind: 'unusable', file, what, hint }
}
