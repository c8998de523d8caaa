import type { Measure } from '../scoring/ranking.ts'
import type { Standing } from './standing.ts'

/** One class as it stands. */
export interface ClassStanding {
  /** As the event spells it; '' for the entries without a class. */
  readonly code: string
  readonly name: string | undefined
  /** By position; behind them, by time, those that do not count; at the end, by name, those without a time. */
  readonly entries: readonly Standing[]
  /** How many of the entries have a position. */
  readonly ranked: number
  /** How many trophies there are to win. */
  readonly trophies: number
  /** A class of members from several classes is ranked by indexed time. */
  readonly ranked_by: Measure
}
