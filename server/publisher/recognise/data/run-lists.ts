import { normalizeRunCell } from '../../sources/runs/run-notation.ts'
import type { TableColumn } from '../../sources/table-column.ts'
import { member } from '../entries/expression.ts'
import type { RunsValue } from '../entries/runs-value.ts'
import type { FoundRecord } from './find-records.ts'
import { type RunItem, runItem } from './run-item.ts'

// cspell:ignore runde: a name of laps
const runName = /run|lap|time|heat|stage|attempt|pass|course|day|lauf|runde/i
/** As many records as show how runs are written. */
const enough = 200

interface RunList {
  readonly name: string
  readonly item: RunItem
  /** A list for each course or day. */
  readonly isByCourse: boolean
}

/**
 * The runs of records that have them as a list: `runs`, `laps`, or one list for each course. Undefined when no member
 * is a list of runs. `recordOf` finds the record of a row.
 */
export function runListsValue(
  records: readonly FoundRecord[],
  variable: string,
  recordOf: (row: object) => FoundRecord['record'] | undefined,
): RunsValue | undefined {
  const lists = findLists(records)
  const [first] = lists
  if (!first) return undefined
  const isPlain = lists.every(({ item }) => item.variables === undefined)
  const printed = isPlain ? plain(lists, variable) : looped(lists, variable)
  return {
    ...printed,
    columns: lists.map(({ name }): TableColumn => ({ heading: name, key: member(variable, name), index: 0 })),
    isLaps: lists.some(({ name }) => /lap|runde/i.test(name)),
    doubts: [],
    read(row) {
      const record = recordOf(row) ?? {}
      const read = lists.map((list) => readList(record[list.name], list))
      if (lists.length > 1) return read.map((one) => one.flat())
      return read[0] ?? []
    },
  }
}

function findLists(records: readonly FoundRecord[]): readonly RunList[] {
  const some = records.slice(0, enough).map(({ record }) => record)
  const names = [
    ...new Set(some.flatMap((record) => Object.keys(record).filter((name) => Array.isArray(record[name])))),
  ]
  const found = names.flatMap((name): RunList[] => {
    const values = some.flatMap((record) => (Array.isArray(record[name]) ? (record[name] as unknown[]) : []))
    const item = runItem(values)
    if (item) return [{ name, item, isByCourse: false }]
    const inner = values.every(Array.isArray) ? runItem(values.flat()) : undefined
    return inner ? [{ name, item: inner, isByCourse: true }] : []
  })
  const named = found.filter(({ name }) => runName.test(name))
  const [best] = named.length > 0 ? named : found
  // Of lists such as course1Runs and course2Runs, all; of a list by course, that one.
  const shape = (name: string) => name.replace(/\d+/g, '#').toLowerCase()
  return best ? found.filter((one) => one === best || (shape(one.name) === shape(best.name) && !best.isByCourse)) : []
}

/** Lists that a record takes as they are. */
function plain(lists: readonly RunList[], variable: string) {
  const expressions = lists.map(({ name }) => member(variable, name))
  const expression =
    lists.length > 1 ? `[${expressions.map((one) => `${one} or []`).join(', ')}]` : (expressions[0] ?? '[]')
  return { expression, statements: [] }
}

/** Lists whose runs are built one by one. */
function looped(lists: readonly RunList[], variable: string) {
  const [first] = lists
  const push = (list: RunList, target: string) =>
    `{% for ${list.item.variables ?? 'run'} in ${target} -%}{% set noted = runs.push(${list.item.expression || 'run'}) -%}{% endfor -%}`
  if (lists.length === 1 && first && !first.isByCourse) {
    return { expression: 'runs', statements: ['{% set runs = [] -%}', push(first, member(variable, first.name))] }
  }
  const byCourse = lists.flatMap((list) => {
    const target = member(variable, list.name)
    if (!list.isByCourse) return ['{% set runs = [] -%}', push(list, target), '{% set noted = courses.push(runs) -%}']
    return [
      `{% for course in ${target} -%}`,
      '{% set runs = [] -%}',
      push(list, 'course'),
      '{% set noted = courses.push(runs) -%}',
      '{% endfor -%}',
    ]
  })
  return { expression: 'courses', statements: ['{% set courses = [] -%}', ...byCourse] }
}

function readList(value: unknown, { item, isByCourse }: RunList): readonly string[] | readonly (readonly string[])[] {
  const list = Array.isArray(value) ? value : []
  const read = (runs: readonly unknown[]) =>
    runs.map((run) => (item.variables === undefined ? textOf(run) : item.read(run)))
  return isByCourse ? list.map((course) => read(Array.isArray(course) ? course : [])) : read(list)
}

function textOf(run: unknown): string {
  return typeof run === 'string' || typeof run === 'number' ? normalizeRunCell(String(run)) : ''
}
