/** What one pass made, for the next one. */
export interface PassMemory<Key, Value> {
  /** What this pass or the last one made for the key, or what `make` makes now. */
  recall(key: Key, make: () => Value): Value
  /** Forgets what this pass did not ask for. */
  endPass(): void
}

/** Holds values that depend on their key alone. `undefined` is no value. */
export function createPassMemory<Key, Value extends object>(): PassMemory<Key, Value> {
  let last = new Map<Key, Value>()
  let current = new Map<Key, Value>()
  return {
    recall(key, make) {
      const value = current.get(key) ?? last.get(key) ?? make()
      current.set(key, value)
      return value
    },
    endPass() {
      last = current
      current = new Map()
    },
  }
}
