/**
 * A map whose values stand in an array: one with other values for the same names shares the names, and is made as fast as an
 * array is copied.
 */
export class PlacedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #places: ReadonlyMap<string, number>
  readonly #values: readonly (Value | undefined)[]
  readonly #nameOf: (value: Value) => string
  readonly #inOrder: () => readonly Value[]

  /** `places` says where in `values` a name has its value; `inOrder` gives all of them in the order of the map. */
  constructor(
    places: ReadonlyMap<string, number>,
    values: readonly (Value | undefined)[],
    nameOf: (value: Value) => string,
    inOrder: () => readonly Value[],
  ) {
    this.#places = places
    this.#values = values
    this.#nameOf = nameOf
    this.#inOrder = inOrder
  }

  get size(): number {
    return this.#places.size
  }

  get(name: string): Value | undefined {
    const place = this.#places.get(name)
    return place === undefined ? undefined : this.#values[place]
  }

  has(name: string): boolean {
    return this.#places.has(name)
  }

  values(): ArrayIterator<Value> {
    return this.#inOrder().values()
  }

  keys(): ArrayIterator<string> {
    return this.#inOrder().map(this.#nameOf).values()
  }

  entries(): ArrayIterator<[string, Value]> {
    return this.#inOrder()
      .map((value): [string, Value] => [this.#nameOf(value), value])
      .values()
  }

  [Symbol.iterator](): ArrayIterator<[string, Value]> {
    return this.entries()
  }

  forEach(listener: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this) listener(value, name, this)
  }
}
