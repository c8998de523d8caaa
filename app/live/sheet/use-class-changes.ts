import { useEffect, useState } from 'react'
import type { RunChange } from '../../../lib/day/day-history.ts'
import { changesOf, historyAnswerSchema } from '../../../lib/day/history-answer.ts'

/** The changes of runs of a class so far today, fetched once when `isNeeded`; empty until then, and if that fails. */
export function useClassChanges(code: string, isNeeded: boolean): readonly RunChange[] {
  const [changes, setChanges] = useState<readonly RunChange[]>([])
  useEffect(() => {
    if (!isNeeded) return
    const abort = new AbortController()
    // Without an answer the time is not known, which is what the sheet shows anyway.
    fetchChanges(code, abort.signal).then(setChanges, () => {})
    return () => abort.abort()
  }, [code, isNeeded])
  return changes
}

async function fetchChanges(code: string, signal: AbortSignal): Promise<readonly RunChange[]> {
  const response = await fetch(`/live/history.json?class=${encodeURIComponent(code)}`, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return changesOf(historyAnswerSchema.parse(await response.json()))
}
