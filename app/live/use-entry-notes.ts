import { createContext, useContext, useSyncExternalStore } from 'react'
import { type EntryNotes, noNotes } from '../../lib/entry-notes.ts'
import type { NotesStore } from './notes-store.ts'

export const NotesContext = createContext<NotesStore | undefined>(undefined)

const nothingChanges = () => () => {}

/** The notes of one entry; none outside of a page that works them out. Renders again only when they say something else. */
export function useEntryNotes(name: string | undefined): EntryNotes {
  const store = useContext(NotesContext)
  const current = () => (name === undefined ? undefined : store?.get().get(name)) ?? noNotes
  return useSyncExternalStore(store?.subscribe ?? nothingChanges, current, current)
}
