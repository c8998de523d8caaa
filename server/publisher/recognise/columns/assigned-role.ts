import type { TableColumn } from '../../sources/table-column.ts'
import type { ColumnRole } from './heading-words.ts'

export type Row = Readonly<Record<string, string>>

/** The columns of one role, the most certain first. */
export interface AssignedRole {
  readonly columns: readonly TableColumn[]
  /** Known by the cells alone, since no heading says it. */
  readonly isGuess: boolean
}

export type AssignedRoles = ReadonlyMap<ColumnRole, AssignedRole>
