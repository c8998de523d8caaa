import type { Standing } from './standing.ts'

/** The row of one entry before and after a change; undefined where the list does not have the entry. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}
