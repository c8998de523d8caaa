import { useEffect, useState } from 'react'
import type { Replica } from '../../lib/replica.ts'
import type { Standings } from '../../lib/standings.ts'
import { changedEntries } from '../../lib/unseen.ts'
import { createUnseenStore, type UnseenStore } from './unseen-store.ts'

/** What changed since the page came and was not looked at since; kept as long as the page, whatever view it shows. */
export function useUnseen({ log }: Replica, standings: Standings): UnseenStore {
  const [{ store, take }] = useState(() => createUnseen(log, standings))
  take(log, standings)
  // Those who changed and did not render are told. Not in a layout effect: who did render would look changed, and render again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other standings, and only then, there is something to tell
  useEffect(() => store.tell(), [store, standings])
  return store
}

/** It remembers the list before, which is right since lists never come by a render that can be given up. */
function createUnseen(log: Replica['log'], standings: Standings) {
  const store = createUnseenStore()
  let known = { log, standings }
  return {
    store,
    /** Before the rows render, so that they render once. */
    take(log: Replica['log'], standings: Standings): void {
      // Another log is another list: nothing in it is a change of what was read.
      const isNext = known.log === log && known.standings !== standings
      if (isNext) store.changed(changedEntries(known.standings, standings))
      known = { log, standings }
    },
  }
}
