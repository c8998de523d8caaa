import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { entryNotes } from '../../lib/entry-notes.ts'
import { createMarkedRuns } from '../../lib/marked-runs.ts'
import type { News } from '../../lib/news.ts'
import type { Standings } from '../../lib/standings.ts'
import { createNotesStore } from './notes-store.ts'
import { NotesContext } from './use-entry-notes.ts'
import { useServerNow } from './use-server-now.ts'

/** How exactly it is known when a run is not new any more, in ms: rows need not be asked every second. */
const grain = 10_000

interface Props {
  readonly standings: Standings
  readonly news: readonly News[]
  /** The server's clock when the page was made. */
  readonly first: number
  readonly clockOffset: number
  readonly children: ReactNode
}

/** Works out what the rows below say of their entries beside the standing: marks, corrections, what is new. */
export function EntryNotesProvider({ standings, news, first, clockOffset, children }: Props) {
  const now = Math.floor(useServerNow(first, clockOffset) / grain) * grain
  const [marksOf] = useState(createMarkedRuns)
  const marked = useMemo(() => marksOf(standings), [marksOf, standings])
  const [store] = useState(createNotesStore)
  const notes = useMemo(() => entryNotes(marked, news, now, store.get()), [store, marked, news, now])
  // Before the rows render, so that a run never stands there without its mark; which may be done here only since lists and clock
  // never come by a render that can be given up. Those that have other notes and did not render are told. Not in a layout effect:
  // who did render would look changed, and render again.
  store.put(notes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other notes, and only then, there is something to tell
  useEffect(() => store.tell(), [store, notes])
  return <NotesContext value={store}>{children}</NotesContext>
}
