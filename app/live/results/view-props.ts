import type { News } from '../../../lib/day/news.ts'
import type { FilteredEntries } from '../../../lib/reader/filtered-entries.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import type { Replica } from '../../../lib/sync/replica.ts'
import type { Following } from '../follow/use-following.ts'

/** What a view of the results shows. */
export interface ViewProps {
  readonly standings: Standings
  readonly event: Event
  /** The drivers that the search found, of the class that was chosen. */
  readonly shown: FilteredEntries
  readonly choice: ViewChoice
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly onSort: (attribute: string, added: boolean) => void
}

/** With what the views of the day need besides. */
export interface LatestViewProps extends ViewProps {
  readonly news: readonly News[]
  readonly clockOffset: number
  readonly replica: Replica
  readonly here: string
  readonly following: Following
}
