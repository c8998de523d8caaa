import type { Measure } from '../scoring/ranking.ts'
import type { Standing } from './standing.ts'

/** One class with its entries. */
export interface ClassStanding {
  /** In the event's spelling; '' for the entries without a class. */
  readonly code: string
  readonly name: string | undefined
  /** By position; then entries that do not count, by time; then entries without a time, by name. */
  readonly entries: readonly Standing[]
  /** How many of the entries have a position. */
  readonly ranked: number
  /** The number of positions that win a trophy. */
  readonly trophies: number
  /** Indexed time if a member that counts comes from another class, and all with a time have one; else time. */
  readonly ranked_by: Measure
}
