import type { Standing } from './standing.ts'

/**
 * The row of every entry by driver_name, class by class and each by position. To ask for one costs nothing beforehand; who goes
 * through all of them has them put together, once.
 */
export class RowsByName implements ReadonlyMap<string, Standing> {
  readonly #seats: ReadonlyMap<string, number>
  readonly #rows: readonly (Standing | undefined)[]
  readonly #classes: readonly { readonly entries: readonly Standing[] }[]
  #all: ReadonlyMap<string, Standing> | undefined

  /** `seats` says where in `rows` a name has its row; `classes` hold the same rows in order. */
  constructor(
    seats: ReadonlyMap<string, number>,
    rows: readonly (Standing | undefined)[],
    classes: readonly { readonly entries: readonly Standing[] }[],
  ) {
    this.#seats = seats
    this.#rows = rows
    this.#classes = classes
  }

  get size(): number {
    return this.#seats.size
  }

  get(name: string): Standing | undefined {
    const seat = this.#seats.get(name)
    return seat === undefined ? undefined : this.#rows[seat]
  }

  has(name: string): boolean {
    return this.#seats.has(name)
  }

  entries(): MapIterator<[string, Standing]> {
    return this.#inOrder().entries()
  }

  keys(): MapIterator<string> {
    return this.#inOrder().keys()
  }

  values(): MapIterator<Standing> {
    return this.#inOrder().values()
  }

  [Symbol.iterator](): MapIterator<[string, Standing]> {
    return this.entries()
  }

  forEach(listener: (row: Standing, name: string, rows: ReadonlyMap<string, Standing>) => void): void {
    for (const [name, row] of this) listener(row, name, this)
  }

  #inOrder(): ReadonlyMap<string, Standing> {
    this.#all ??= new Map(
      this.#classes.flatMap(({ entries }) => entries.map((row) => [row.driver.driver_name, row] as const)),
    )
    return this.#all
  }
}
