import type { Event } from '../record/event.ts'
import type { ClassStanding } from './class-standing.ts'
import type { Standing } from './standing.ts'

/** Everything that is derived from a list of drivers and an event. */
export interface Standings {
  readonly event: Event
  readonly classes: readonly ClassStanding[]
  /** In no order. */
  readonly by_name: ReadonlyMap<string, Standing>
  /** By indexed time; then entries that do not count; then entries without an indexed time, by name. */
  readonly pax: readonly Standing[]
  /** By time; then entries that do not count; then entries without a time, by name. */
  readonly raw: readonly Standing[]
  /** The number of courses or days: the most that any entry has, at least 1. */
  readonly courses: number
}
