import { useLayoutEffect, useRef, useState } from 'react'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'
import { changedEntries } from '../../lib/unseen.ts'
import { createUnseenStore, type UnseenStore } from './unseen-store.ts'

/** What changed since the page came and was not looked at since; kept as long as the page, whatever view it shows. */
export function useUnseen({ log }: Replica, standings: Standings): UnseenStore {
  const [store] = useState(createUnseenStore)
  const before = useRef({ log, standings })
  useLayoutEffect(() => {
    // Another log is another list: nothing in it is a change of what was read.
    if (before.current.log === log) store.changed(changedEntries(before.current.standings, standings))
    before.current = { log, standings }
  }, [store, log, standings])
  return store
}
