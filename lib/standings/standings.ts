import type { Event } from '../record/event.ts'
import type { ClassStanding } from './class-standing.ts'
import type { Standing } from './standing.ts'

/** Everything that is derived from a list of drivers and an event. */
export interface Standings {
  readonly event: Event
  readonly classes: readonly ClassStanding[]
  /** In no order. */
  readonly by_name: ReadonlyMap<string, Standing>
  /** By indexed time; behind them those that do not count; at the end, by name, those without a time. */
  readonly pax: readonly Standing[]
  /** By time; behind them those that do not count; at the end, by name, those without a time. */
  readonly raw: readonly Standing[]
  /** On how many courses or days the event is driven: the most that any entry has, at least 1. */
  readonly courses: number
}
