import { followDay, type RunChange } from '../../../lib/day/day-history.ts'
import type { News } from '../../../lib/day/news.ts'
import { type Changes, diffDrivers } from '../../../lib/list/diff.ts'
import { stateAfter } from '../../log/next-revision.ts'
import type { LogState, RevisionLog } from '../../log/revision-log.ts'
import { type RecentStates, startNews, withState } from './recent-news.ts'

/** What happened since the day began, or since the oldest revision of the log. */
export interface Day {
  /** The state that the changes lead to. */
  state(): LogState
  /** Every added, corrected and removed run, oldest first. */
  changes(): readonly RunChange[]
  /** Newest first. */
  news(): readonly News[]
  stop(): void
}

/** Follows a log from the beginning of its past, so that a restart loses nothing, through every new revision. */
export async function followLog(log: RevisionLog): Promise<Day> {
  const past = await log.past()
  let state = past.start
  let changes: readonly RunChange[] = []

  /** Moves on to a later state, and returns how many run changes it brought. */
  function step(after: LogState, listChanges: Changes): number {
    const before = changes
    changes = followDay(before, state, listChanges, after)
    state = after
    return changes === before ? 0 : Math.max(1, changes.length - before.length)
  }

  let recent: RecentStates = { start: state, later: [] }
  for (const revision of past.revisions) {
    const after = stateAfter(state, revision)
    const changed = step(after, revision.changes)
    recent = changes.length === 0 ? { start: after, later: [] } : withState(recent, after, changed)
  }
  const current = log.current()
  // Revisions that were appended while the past was read.
  if (current.version !== state.version) step(current, diffDrivers(state.drivers, current.drivers))

  const news = startNews(recent.start)
  for (const { state } of recent.later) news.follow(state)
  news.follow(current)

  let due: NodeJS.Immediate | undefined
  const unsubscribe = log.subscribe((revision, after) => {
    step(after, revision.changes)
    // The broadcast comes first: browsers derive their own news from it.
    due ??= setImmediate(() => {
      due = undefined
      news.follow(log.current())
    })
  })
  return {
    state: () => state,
    changes: () => changes,
    news: news.current,
    stop() {
      unsubscribe()
      clearImmediate(due)
    },
  }
}
