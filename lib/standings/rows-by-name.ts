import type { Standing } from '../standing.ts'

/** Looks rows up by `driver_name`. */
export interface RowsByName {
  readonly size: number
  get(name: string): Standing | undefined
  has(name: string): boolean
}

/** One entry before and after; undefined where the list does not have it. */
export interface ChangedRow {
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

/** The rows of one step, and how to get to those of the next. */
export interface RowIndex {
  readonly byName: RowsByName
  /** `all` are the rows after the change, in any order. */
  after(changed: readonly ChangedRow[], all: readonly Standing[]): RowIndex
}

/** While no entry is added or removed, steps share the names: copying an array is ten times faster than copying a map. */
export function indexRows(all: readonly Standing[]): RowIndex {
  return rowIndex(new Map(all.map(({ driver }, index) => [driver.driver_name, index])), all)
}

function rowIndex(indexes: ReadonlyMap<string, number>, rows: readonly Standing[]): RowIndex {
  return {
    byName: {
      size: rows.length,
      get: (name) => rows[indexes.get(name) ?? -1],
      has: (name) => indexes.has(name),
    },
    after(changed, all) {
      const next = rows.slice()
      for (const { before, after } of changed) {
        const index = indexes.get(after?.driver.driver_name ?? '')
        if (!before || !after || index === undefined) return indexRows(all)
        next[index] = after
      }
      return rowIndex(indexes, next)
    },
  }
}
