import { unnamedEvent } from '../record/unnamed-event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import type { Standings } from '../standings/standings.ts'
import type { PageData } from './page-data.ts'

/** One list with its freshness and news, from which pages are made. */
export interface Snapshot {
  /** The JSON of `page`. */
  readonly json: string
  readonly page: PageData
  /** The standings of the list, derived at the first call. */
  standings(): Standings
}

/** A snapshot from the JSON of PageData. Throws SyntaxError. */
export function createSnapshot(json: string): Snapshot {
  const page = JSON.parse(json) as PageData
  let standings: Standings | undefined
  return {
    json,
    page,
    standings() {
      const { drivers, event } = page.list.data
      standings ??= standingsOf(drivers, event ?? unnamedEvent)
      return standings
    },
  }
}
