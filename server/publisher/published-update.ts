import { type Changes, noChanges } from '../../lib/list/diff.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'
import type { PublishedUpdate, TellPublished, Told } from './parse/published-list.ts'

/**
 * What changed in the newest list of the log since the process was told; all of it for a process that knows nothing.
 * `mostRuns` is the largest number of runs that was published of each driver.
 */
export async function updateSince(
  told: Told | undefined,
  log: RevisionLog,
  mostRuns: ReadonlyMap<string, number> = new Map(),
): ReturnType<TellPublished> {
  const { changes, state } = await changesSince(told?.version, log)
  const { version, event } = state
  const from = changes ? told?.version : undefined
  const update: PublishedUpdate = {
    from,
    version,
    changes: changes ?? wholeList(state),
    event,
    mostRuns: newCounts(from === undefined ? undefined : told?.mostRuns, mostRuns),
  }
  return { update, told: { version, mostRuns } }
}

/** The newest state and the changes that lead to it; without changes it is the whole list. */
async function changesSince(version: number | undefined, log: RevisionLog) {
  const state = log.current()
  if (version === undefined) return { changes: undefined, state }
  if (version === state.version) return { changes: noChanges, state }
  const missed = await log.since({ log: state.log, version })
  const isWhole = missed.kind !== 'changes' || missed.revision.version !== state.version
  return { changes: isWhole ? undefined : missed.revision.changes, state }
}

function wholeList({ drivers }: LogState): Changes {
  return { create: [...drivers.keys()], update: [...drivers.values()], destroy: [] }
}

function newCounts(
  before: ReadonlyMap<string, number> = new Map(),
  after: ReadonlyMap<string, number>,
): PublishedUpdate['mostRuns'] {
  if (before === after) return []
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name) => [name, undefined] as const)
  return [...gone, ...[...after].filter(([name, count]) => before.get(name) !== count)]
}
