import type { News } from '../../../lib/day/news.ts'
import type { FilteredEntries } from '../../../lib/reader/filtered-entries.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import type { Replica } from '../../../lib/sync/replica.ts'
import type { Following } from '../follow/use-following.ts'

/** The properties of every view of the results. */
export interface ViewProps {
  readonly standings: Standings
  readonly event: Event
  /** The drivers that match the search and the chosen class. */
  readonly shown: FilteredEntries
  readonly choice: ViewChoice
  /** driver_names of the entries that the reader follows. */
  readonly stars: ReadonlySet<string>
  readonly onSort: (attribute: string, added: boolean) => void
}

/** The properties of the table. */
export interface TableViewProps extends ViewProps {
  /** Hides the columns of these attributes and shows all others. */
  readonly onHide: (hidden: readonly string[]) => void
}

/** The properties of views that also show news or the whole list. */
export interface LatestViewProps extends TableViewProps {
  readonly news: readonly News[]
  readonly clockOffset: number
  readonly replica: Replica
  readonly here: string
  readonly following: Following
}
