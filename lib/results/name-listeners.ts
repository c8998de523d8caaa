type Listener = () => void

/** Listeners, each for one name. */
export interface NameListeners {
  readonly isEmpty: boolean
  add(name: string, listener: Listener): void
  delete(name: string, listener: Listener): void
  notify(names: Iterable<string>): void
}

export function createNameListeners(): NameListeners {
  const byName = new Map<string, Set<Listener>>()
  return {
    get isEmpty() {
      return byName.size === 0
    },
    add(name, listener) {
      const own = byName.get(name) ?? new Set()
      byName.set(name, own.add(listener))
    },
    delete(name, listener) {
      const own = byName.get(name)
      own?.delete(listener)
      if (own?.size === 0) byName.delete(name)
    },
    notify(names) {
      for (const name of names) for (const listener of byName.get(name) ?? []) listener()
    },
  }
}
