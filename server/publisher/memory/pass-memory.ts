import { ownText } from './own-text.ts'

/** What one pass made, for the next one. */
export interface PassMemory<Key, Value> {
  /**
   * What this pass or the last one made for the key, if it still fits, or what `make` makes now. Without `fits`, a
   * value depends on its key alone.
   */
  recall(key: Key, make: () => Value, fits?: (value: Value) => boolean): Value
  /** What this pass or the last one made for the key. */
  last(key: Key): Value | undefined
  /** Forgets what this pass did not ask for. */
  endPass(): void
  /** For a pass that failed: forgets what it made, and keeps the rest. */
  dropPass(): void
}

interface Known<Key, Value> {
  readonly key: Key
  readonly value: Value
  /** The numbers of the passes that made it, and that asked for it last. */
  readonly made: number
  asked: number
  /** What was asked for behind it the last time. */
  next: Known<Key, Value> | undefined
  isForgotten: boolean
}

/** An empty memory. `keep` gives the key to hold: one that holds nothing else in memory. */
export function createPassMemory<Key, Value>(keep: (key: Key) => Key = (key) => key): PassMemory<Key, Value> {
  const values = new Map<Key, Known<Key, Value>>()
  let pass = 1
  let asked = 0
  // Most passes ask for the same keys in the same order: to compare a key with the expected one takes a tenth of the
  // time of finding it, for which all of a text is hashed.
  let first: Known<Key, Value> | undefined
  let last: Known<Key, Value> | undefined
  const find = (key: Key) => {
    const expected = last ? last.next : first
    return expected?.key === key && !expected.isForgotten ? expected : values.get(key)
  }
  const ask = (known: Known<Key, Value>) => {
    if (known.asked !== pass) asked += 1
    known.asked = pass
    if (last) last.next = known
    else first = known
    last = known
    return known.value
  }
  const begin = () => {
    if (last) last.next = undefined
    else first = undefined
    last = undefined
    pass += 1
    asked = 0
  }
  const forget = (isGone: (known: Known<Key, Value>) => boolean) => {
    for (const known of values.values()) {
      if (!isGone(known)) continue
      values.delete(known.key)
      known.isForgotten = true
    }
  }
  return {
    recall(key, make, fits) {
      const known = find(key)
      if (known && (fits === undefined || fits(known.value))) return ask(known)
      const value = make()
      const ownKey = known ? known.key : keep(key)
      if (known) known.isForgotten = true
      const made = { key: ownKey, value, made: pass, asked: known?.asked ?? 0, next: undefined, isForgotten: false }
      values.set(ownKey, made)
      return ask(made)
    },
    last: (key) => find(key)?.value,
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
  return { recall: (_, make) => make(), last: () => undefined, endPass() {}, dropPass() {} }
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
