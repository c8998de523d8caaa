import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from './create-standings.ts'
import type { Standing } from './standing.ts'

/** An entry as tests write it. */
export type TestEntry = readonly [name: string, className: string, runs: Driver['runs'], rest?: Partial<Driver>]

/** The standings of a few entries under these settings of the event; `of` finds a standing by name, or throws. */
export function testStandings(entries: readonly TestEntry[], settings: Record<string, unknown> = {}) {
  const event = eventSchema.parse({ title: 'Test', ...settings })
  const drivers = entries.map(([driver_name, className, runs = [], rest]): Driver => {
    return { driver_name, class: className, runs, ...rest }
  })
  const all = standingsOf(drivers, event)
  const of = (name: string): Standing => {
    const standing = all.by_name.get(name)
    if (!standing) throw new Error(`No entry is named ${name}.`)
    return standing
  }
  return { event, all, of }
}
