/** A text in localStorage, shared by all tabs. Without storage it lasts as long as the page. */
export interface Stored {
  readonly get: () => string | null
  readonly set: (text: string) => void
  /** Calls the listener after every change, in any tab; returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void
}

export function storedText(key: string): Stored {
  const listeners = new Set<() => void>()
  let known: { readonly text: string | null } | undefined

  return {
    get() {
      known ??= read(key)
      return known.text
    },
    set(text) {
      known = { text }
      try {
        window.localStorage.setItem(key, text)
      } catch {
        // A private window may have no storage.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      const follow = (event: StorageEvent) => {
        if (event.key !== key && event.key !== null) return
        known = read(key)
        listener()
      }
      listeners.add(listener)
      window.addEventListener('storage', follow)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', follow)
      }
    },
  }
}

function read(key: string): { readonly text: string | null } {
  try {
    return { text: window.localStorage.getItem(key) }
  } catch {
    return { text: null }
  }
}
