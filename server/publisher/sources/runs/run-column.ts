import type { TableColumn } from '../table-column.ts'
import type { PenaltyPart } from './column-heading.ts'

/** One column of a run, and what it holds. */
export interface RunPart {
  readonly part: 'time' | PenaltyPart
  readonly column: TableColumn
}

/** The columns of one run; `day` is its day or course, 0 if there is only one. */
export interface RunColumn {
  readonly day: number
  readonly run: number
  readonly parts: readonly RunPart[]
  /** The names in a row of the columns of each part. */
  readonly keys: Readonly<Record<RunPart['part'], readonly string[]>>
}

/** A run with these columns. */
export function runColumn({ day, run, parts }: Omit<RunColumn, 'keys'>): RunColumn {
  const keys = (wanted: RunPart['part']) => parts.filter(({ part }) => part === wanted).map(({ column }) => column.key)
  const all = {
    time: keys('time'),
    count: keys('count'),
    gates: keys('gates'),
    status: keys('status'),
    dnf: keys('dnf'),
  }
  return { day, run, parts, keys: all }
}
