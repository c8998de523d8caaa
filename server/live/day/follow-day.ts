import { followDay, type RunChange } from '../../../lib/day/day-history.ts'
import type { News } from '../../../lib/day/news.ts'
import { type Changes, diffDrivers } from '../../../lib/list/diff.ts'
import { stateAfter } from '../../log/next-revision.ts'
import type { LogState, RevisionLog } from '../../log/revision-log.ts'
import { type RecentStates, startNews, withState } from './recent-news.ts'

/** What happened since the day began, or since the oldest revision that the log still has. */
export interface Day {
  /** The state that the changes lead to. */
  state(): LogState
  /** Every run that came, was corrected or was taken away, oldest first. */
  changes(): readonly RunChange[]
  /** The newest first. */
  news(): readonly News[]
  stop(): void
}

/** Begins with what the log remembers, so that a restart forgets nothing, and goes on with every revision. */
export async function followLog(log: RevisionLog): Promise<Day> {
  const past = await log.past()
  let state = past.start
  let changes: readonly RunChange[] = []

  function step(after: LogState, said: Changes): number {
    const before = changes
    changes = followDay(before, state, said, after)
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
  // What was appended while the past was read.
  if (current.version !== state.version) step(current, diffDrivers(state.drivers, current.drivers))

  const news = startNews(recent.start)
  for (const { state } of recent.later) news.follow(state)
  news.follow(current)

  let due: NodeJS.Immediate | undefined
  const unsubscribe = log.subscribe((revision, after) => {
    step(after, revision.changes)
    // Browsers first: they work out their own news.
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
