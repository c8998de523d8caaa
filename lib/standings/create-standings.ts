import { changedRows } from '../changed-rows.ts'
import { applyChanges, type Changes, noChanges } from '../diff.ts'
import type { Driver, Drivers } from '../driver.ts'
import type { Event } from '../event.ts'
import type { Standing } from '../standing.ts'
import { type Standings, standings } from '../standings.ts'

/** One entry before and after; undefined where the list does not have it. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

/** The standings after a change, and every row that differs from the step before, in no order. */
export interface StandingsStep {
  readonly standings: Standings
  readonly changed: readonly ChangedRow[]
}

/** The standings of one event, which follow a list change by change. Whatever is equal keeps its identity. */
export interface StandingsBuilder {
  apply(changes: Changes): StandingsStep
}

/** Starts with an empty list. Changes mean what they mean to `applyChanges`. */
export function createStandings(event: Event): StandingsBuilder {
  let drivers: Drivers = new Map()
  let current = standings([], event)
  return {
    apply(changes) {
      const before = current
      drivers = applyChanges(drivers, changes)
      current = standings(drivers.values(), event, before)
      return { standings: current, changed: changedRows(before, current) }
    },
  }
}

/** The standings of one list, whatever its order. Of two records with one name the last holds. */
export function standingsOf(drivers: Iterable<Driver>, event: Event): Standings {
  return createStandings(event).apply({ ...noChanges, update: [...drivers] }).standings
}
