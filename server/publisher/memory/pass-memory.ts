import { ownText } from './own-text.ts'

/** What one pass made, for the next one. */
export interface PassMemory<Key, Value> {
  /**
   * What this pass or the last one made for the key, if it still fits, or what `make` makes now. Without `fits`, a
   * value depends on its key alone.
   */
  recall(key: Key, make: () => Value, fits?: (value: Value) => boolean): Value
  /** Forgets what this pass did not ask for. */
  endPass(): void
  /** For a pass that failed: forgets what it made, and keeps the rest. */
  dropPass(): void
}

interface Known<Value> {
  readonly value: Value
  /** The numbers of the passes that made it, and that asked for it last. */
  readonly made: number
  asked: number
}

/** An empty memory. `keep` gives the key to hold: one that holds nothing else in memory. */
export function createPassMemory<Key, Value>(keep: (key: Key) => Key = (key) => key): PassMemory<Key, Value> {
  const values = new Map<Key, Known<Value>>()
  let pass = 1
  let asked = 0
  const begin = () => {
    pass += 1
    asked = 0
  }
  const forget = (isGone: (known: Known<Value>) => boolean) => {
    for (const [key, known] of values) if (isGone(known)) values.delete(key)
  }
  return {
    recall(key, make, fits) {
      const known = values.get(key)
      if (known && (fits === undefined || fits(known.value))) {
        if (known.asked !== pass) asked += 1
        known.asked = pass
        return known.value
      }
      const value = make()
      values.set(known ? key : keep(key), { value, made: pass, asked: pass })
      if (known?.asked !== pass) asked += 1
      return value
    },
    endPass() {
      if (asked < values.size) forget((known) => known.asked !== pass)
      begin()
    },
    dropPass() {
      forget(({ made }) => made === pass)
      begin()
    },
  }
}

/** An empty memory of values by text; it holds copies of the texts, which may be parts of a file. */
export function createTextMemory<Value>(): PassMemory<string, Value> {
  return createPassMemory(ownText)
}

/** A memory that holds nothing: each value is made. */
export function createNoMemory<Key, Value>(): PassMemory<Key, Value> {
  return { recall: (_, make) => make(), endPass() {}, dropPass() {} }
}

/** Reads with a memory and ends its pass, or drops it when the reading throws. */
export function asOnePass<Result>(
  memory: Pick<PassMemory<never, never>, 'endPass' | 'dropPass'>,
  read: () => Result,
): Result {
  try {
    const result = read()
    memory.endPass()
    return result
  } catch (error) {
    memory.dropPass()
    throw error
  }
}
