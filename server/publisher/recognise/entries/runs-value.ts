import type { Runs } from '../../sources/runs/read-runs.ts'
import type { TableColumn } from '../../sources/table-column.ts'
import type { Row } from '../columns/assigned-role.ts'

/** The runs of an entry: how a template says them, and how the recogniser reads the same. */
export interface RunsValue {
  readonly expression: string
  readonly statements: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly isLaps: boolean
  /** Something to check, for a file whose runs were not sure. */
  readonly doubts: readonly string[]
  read(row: Row): Runs
}
