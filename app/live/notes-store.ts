import type { NotesByName } from '../../lib/entry-notes.ts'

/** The notes of all entries as of now. Who listens asks for those of one entry, and renders only when they are others. */
export interface NotesStore {
  get(): NotesByName
  set(notes: NotesByName): void
  subscribe(listener: () => void): () => void
}

export function createNotesStore(initial: NotesByName): NotesStore {
  let notes = initial
  const listeners = new Set<() => void>()
  return {
    get: () => notes,
    set(next) {
      notes = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
