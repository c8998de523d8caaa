import type { NotesByName } from '../../lib/entry-notes.ts'

/** The notes of all entries as of now. Who listens asks for those of one entry, and renders only when they are others. */
export interface NotesStore {
  get(): NotesByName
  /** From now on these; those who listen are not told yet. */
  put(notes: NotesByName): void
  /** Those who listen look whether theirs are others than they showed. */
  tell(): void
  subscribe(listener: () => void): () => void
}

export function createNotesStore(): NotesStore {
  let notes: NotesByName = new Map()
  const listeners = new Set<() => void>()
  return {
    get: () => notes,
    put(next) {
      notes = next
    },
    tell() {
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
