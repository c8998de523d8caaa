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
}
