import { normalizeRunCell, runNotation } from './run-notation.ts'

/** The runs of one entry in order, without trailing blanks; one list a day or course if there are several. */
export type Runs = readonly string[] | readonly (readonly string[])[]

/** The columns of one run; `day` is its day or course, 0 if there is only one. */
export interface RunColumn {
  readonly day: number
  readonly run: number
  readonly times: readonly string[]
  readonly penalties: readonly string[]
}

const timeHeader = /^(?:(?:d|day|c|course)(\d+))?r(?:un)?(\d+)(?:time)?$/
const penaltyHeader =
  /^(?:(?:d|day|c|course)(\d+))?(?:r(?:un)?(\d+)(?:pen|pens|penalty|penalties|cones)|pen(?:alty)?(\d+))$/

/** Finds columns such as `Run 1` and `Pen 1`, `Run 1 Pen`, `Day 1 Run 1`, `D1 Run 1`; sorted by day and run. */
export function findRunColumns(header: readonly string[]): readonly RunColumn[] {
  const columns = new Map<number, { day: number; run: number; times: string[]; penalties: string[] }>()
  for (const name of header) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
    const time = timeHeader.exec(plain)
    const match = time ?? penaltyHeader.exec(plain)
    if (!match) continue
    const day = Number(match[1] ?? 0)
    const run = Number(match[2] ?? match[3])
    const key = day * 10_000 + run
    const column = columns.get(key) ?? { day, run, times: [], penalties: [] }
    columns.set(key, column)
    ;(time ? column.times : column.penalties).push(name)
  }
  return [...columns.entries()].sort(([a], [b]) => a - b).map(([, column]) => column)
}

/** The runs of a row, from those columns, in the sport's notation. */
export function readRuns(row: Readonly<Record<string, string>>, columns: readonly RunColumn[]): Runs {
  const days = new Map<number, string[]>()
  for (const { day, times, penalties } of columns) {
    const runs = days.get(day) ?? []
    days.set(day, runs)
    runs.push(readRun(firstFilled(row, times), firstFilled(row, penalties)))
  }
  const lists = [...days.values()].map(withoutTrailingBlanks)
  return days.size === 0 || (days.size === 1 && days.has(0)) ? (lists[0] ?? []) : lists
}

/** Drops blank runs at the end, and keeps those in between. */
export function withoutTrailingBlanks(runs: readonly string[]): readonly string[] {
  return runs.slice(0, runs.findLastIndex((run) => run !== '') + 1)
}

// Some clubs write the penalty into the cell of the time.
function readRun(time: string, penalty: string): string {
  return penalty === '' ? normalizeRunCell(time) : runNotation(time, penalty)
}

/** Of the columns with these names, the first that is not empty; '' when all are. */
export function firstFilled(row: Readonly<Record<string, string>>, names: readonly string[]): string {
  for (const name of names) {
    const value = row[name]
    if (value) return value
  }
  return ''
}
