import { diffDrivers } from '../list/diff.ts'
import type { Drivers } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { createStandings, type StandingsBuilder } from './create-standings.ts'
import type { Standings } from './standings.ts'

/** Returns a function that takes one whole list after the other, for callers without a change set. */
export function followLists(): (drivers: Drivers, event: Event) => Standings {
  let builder: StandingsBuilder | undefined
  let before: Drivers = new Map()
  let current: Standings | undefined
  return (drivers, event) => {
    // A builder ranks by the rules of one event.
    if (builder === undefined || current?.event !== event) {
      builder = createStandings(event)
      before = new Map()
    }
    current = builder.apply(diffDrivers(before, drivers)).standings
    before = drivers
    return current
  }
}
