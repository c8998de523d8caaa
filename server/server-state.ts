import type { ServerState } from '../lib/server-api/pipeline-state.ts'
import type { Refusals } from './http/refusals.ts'
import type { DivergenceCount } from './live/answering/divergence-count.ts'
import type { LostFiles } from './log/lost-files.ts'
import type { RevisionLog } from './log/revision-log.ts'
import type { Publisher } from './publisher/publisher.ts'
import type { Push } from './push/push.ts'

interface Parts {
  readonly log: Pick<RevisionLog, 'current'>
  readonly publisher: Pick<Publisher, 'state'>
  readonly lostFiles: Pick<LostFiles, 'problems'>
  readonly browsers: () => number
  readonly push: Pick<Push, 'counts'> | undefined
  readonly divergences: Pick<DivergenceCount, 'count'>
  readonly refusals: Pick<Refusals, 'counts' | 'fullSince'>
  readonly now: () => number
}

/** The state of all parts at this moment, for people and for metrics. */
export function readServerState(parts: Parts): ServerState {
  const { log, version, at } = parts.log.current()
  const pipeline = parts.publisher.state()
  return {
    ...pipeline,
    problems: [...pipeline.problems, ...parts.lostFiles.problems()],
    log,
    version,
    published_at: at,
    browsers: parts.browsers(),
    phones: parts.push?.counts().subscriptions,
    divergences: parts.divergences.count(),
    refusals: parts.refusals.counts(),
    full_since: parts.refusals.fullSince(),
    now: parts.now(),
  }
}
