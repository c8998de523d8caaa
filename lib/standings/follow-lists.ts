import { diffDrivers } from '../list/diff.ts'
import type { Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { createStandings, type StandingsBuilder } from './create-standings.ts'
import type { Standings } from './standings.ts'

/**
 * The standings of whole lists, one after the other, for callers that do not know what changed. Another event starts
 * empty.
 */
export function followLists(): (drivers: Drivers, event: Event) => Standings {
  let builder: StandingsBuilder | undefined
  let before: Drivers = new Map()
  let current: Standings | undefined
  return (drivers, event) => {
    if (builder === undefined || current?.event !== event) {
      builder = createStandings(event)
      before = new Map()
    }
    current = builder.apply(diffDrivers(before, drivers)).standings
    before = drivers
    return current
  }
}
