import type { Standing } from './standing.ts'

/** One entry before and after; undefined where the list does not have it. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}
