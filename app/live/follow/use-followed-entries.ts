'use client'

import { useEffect } from 'react'
import {
  entriesKey,
  type FollowedEntries,
  formatEntries,
  readEntries,
  withEntries,
} from '../../../lib/reader/followed-entries.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { storedText } from '../browser/stored.ts'
import { useStored } from '../browser/use-stored.ts'

const stored = storedText(entriesKey)

/** Class and number of those this browser follows, also of those who are not in the list any more. */
export function useFollowedEntries(own: ReadonlySet<string>, standings: Standings): FollowedEntries {
  const known = useStored(stored, readEntries)
  useEffect(() => {
    // Nobody is followed until the page runs: that is no reason to forget anybody.
    if (own.size === 0) return
    // Not after another tab wrote: two tabs with different lists would answer each other for ever.
    const now = readEntries(stored.get())
    const next = withEntries(now, own, standings)
    if (next !== now) stored.set(formatEntries(next))
  }, [own, standings])
  return known
}
