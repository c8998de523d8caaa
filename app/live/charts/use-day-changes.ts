import { useEffect, useRef, useState } from 'react'
import { type DayList, followDay, type RunChange } from '../../../lib/day/day-history.ts'
import { changesOf, historyAnswerSchema } from '../../../lib/day/history-answer.ts'
import { diffDrivers } from '../../../lib/list/diff.ts'
import type { Replica } from '../../../lib/sync/replica.ts'

export interface DayChanges {
  readonly kind: 'loading' | 'ready' | 'failed'
  /** The changes of runs of the day, as far as they are known; a new attempt keeps them until it is answered. */
  readonly changes: readonly RunChange[]
  readonly retry: () => void
}

/** The text in place of a chart that needs the changes of the day. */
export const missingDayText: Readonly<Record<DayChanges['kind'], string | undefined>> = {
  loading: 'Loading the times of the runs …',
  failed: 'The times of the runs are not known.',
  ready: undefined,
}

/**
 * The changes of runs of the day: fetched once, and from then on derived from the lists, so that no update needs a
 * request.
 */
export function useDayChanges({ log, version, at = 0, drivers, event }: Replica): DayChanges {
  const [known, setKnown] = useState<{ kind: DayChanges['kind']; changes: readonly RunChange[] }>(initial)
  const [attempt, setAttempt] = useState(0)
  const list: DayList = { version, at, drivers, event }
  // The lists received before the answer; after it, only the newest one.
  const lists = useRef<readonly DayList[]>([list])
  const answered = useRef<number | undefined>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt or a new log fetches again
  useEffect(() => {
    const abort = new AbortController()
    answered.current = undefined
    setKnown(({ changes }) => ({ kind: 'loading', changes }))
    fetchDay(abort.signal).then(
      (answer) => {
        answered.current = answer.version
        setKnown({ kind: 'ready', changes: followLists(changesOf(answer), lists.current, answer.version) })
        lists.current = lists.current.slice(-1)
      },
      () => {
        if (!abort.signal.aborted) setKnown(({ changes }) => ({ kind: 'failed', changes }))
      },
    )
    return () => abort.abort()
  }, [attempt, log])

  useEffect(() => {
    const before = lists.current.at(-1)
    const after = { version, at, drivers, event }
    if (before?.version === version) return
    if (answered.current === undefined) lists.current = [...lists.current, after].slice(-mostLists)
    else {
      const since = answered.current
      const both = before ? [before, after] : [after]
      lists.current = [after]
      setKnown(({ kind, changes }) => ({ kind, changes: followLists(changes, both, since) }))
    }
  }, [version, at, drivers, event])

  return { ...known, retry: () => setAttempt((count) => count + 1) }
}

const initial = { kind: 'loading' as const, changes: [] }
const mostLists = 100

async function fetchDay(signal: AbortSignal) {
  const response = await fetch('/live/history.json', { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return historyAnswerSchema.parse(await response.json())
}

/** `changes` with those of the lists that are newer than version `since`. */
function followLists(changes: readonly RunChange[], lists: readonly DayList[], since: number): readonly RunChange[] {
  return lists.slice(1).reduce((known, after, index) => {
    const before = lists[index]
    if (!before || after.version <= since) return known
    return followDay(known, before, diffDrivers(before.drivers, after.drivers), after)
  }, changes)
}
