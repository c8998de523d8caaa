/**
 * A map that never changes. One with other values for the same keys shares the keys, and takes as long as copying an
 * array: a tenth of what copying a map of 10,000 takes.
 */
export class SharedKeyMap<Value> implements ReadonlyMap<string, Value> {
  readonly #indexes: ReadonlyMap<string, number>
  readonly #values: readonly Value[]

  private constructor(indexes: ReadonlyMap<string, number>, values: readonly Value[]) {
    this.#indexes = indexes
    this.#values = values
  }

  static of<Value>(keys: Iterable<string>, values: Iterable<Value>): SharedKeyMap<Value> {
    return new SharedKeyMap(new Map(Array.from(keys, (key, index) => [key, index])), [...values])
  }

  /** Itself, if the map shares its keys already. */
  static from<Value>(map: ReadonlyMap<string, Value>): SharedKeyMap<Value> {
    return map instanceof SharedKeyMap ? map : SharedKeyMap.of(map.keys(), map.values())
  }

  /** The map with these values in the place of others; undefined if it does not have one of their keys. */
  with(changed: Iterable<Value>, keyOf: (value: Value) => string): SharedKeyMap<Value> | undefined {
    const values = this.#values.slice()
    for (const value of changed) {
      const index = this.#indexes.get(keyOf(value))
      if (index === undefined) return undefined
      values[index] = value
    }
    return new SharedKeyMap(this.#indexes, values)
  }

  get size(): number {
    return this.#values.length
  }

  get(key: string): Value | undefined {
    return this.#values[this.#indexes.get(key) ?? -1]
  }

  has(key: string): boolean {
    return this.#indexes.has(key)
  }

  keys(): MapIterator<string> {
    return this.#indexes.keys()
  }

  values(): ArrayIterator<Value> {
    return this.#values.values()
  }

  *entries(): Generator<[string, Value], undefined> {
    const keys = this.#indexes.keys()
    for (const value of this.#values) yield [keys.next().value ?? '', value]
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries()
  }

  forEach(listener: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) listener(value, key, this)
  }
}
