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

/** Class and number of the drivers that this browser follows, also of those that are no longer in the list. */
export function useFollowedEntries(own: ReadonlySet<string>, standings: Standings): FollowedEntries {
  const known = useStored(stored, readEntries)
  useEffect(() => {
    // No driver is followed until the page runs: that must not delete the saved entries.
    if (own.size === 0) return
    // Not when another tab writes: two tabs with different lists would overwrite each other without end.
    const now = readEntries(stored.get())
    const next = withEntries(now, own, standings)
    if (next !== now) stored.set(formatEntries(next))
  }, [own, standings])
  return known
}
