import type { News } from '../day/news.ts'
import { type DeskState, silentDesk } from '../desk/desk-state.ts'
import { fileFreshness } from '../live/freshness.ts'
import { initialLiveState, type LiveState } from '../live/live-store.ts'
import type { AllDrivers, CurrentVersion, Freshness } from '../sync/protocol.ts'
import { emptyReplica, receiveAll } from '../sync/replica.ts'

/** The data of a page, as JSON: the list in messages of the protocol. Times are Unix ms of the server's clock. */
export interface PageData {
  readonly list: AllDrivers
  /** Of the version of `list`. */
  readonly freshness: Freshness
  /** Newest first. */
  readonly news: readonly News[]
  /** Absent when the desk never said anything. */
  readonly desk?: DeskState | undefined
  /** Only for an offline list: when the server was last heard, and how far ahead its clock was. */
  readonly offline?: Pick<LiveState, 'heardAt' | 'clockOffset'>
}

/** Leaves out the clock of `version`, so that all readers of one list and freshness get equal bytes. */
export function pageData(
  list: AllDrivers,
  { data }: CurrentVersion,
  news: readonly News[],
  desk: DeskState = silentDesk,
): PageData {
  const { now: _, ...freshness } = data
  return { list, freshness, news, ...(desk.version === 0 ? {} : { desk }) }
}

/** The live state of a page before it is connected: `offline` for an offline list, else `connecting`. */
export function liveStateOf({ list, freshness, desk, offline }: PageData): LiveState {
  return {
    ...initialLiveState,
    ...fileFreshness(freshness),
    replica: receiveAll(emptyReplica, list),
    desk: desk ?? silentDesk,
    connection: offline ? 'offline' : 'connecting',
    ...offline,
  }
}
