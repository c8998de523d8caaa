import { foldText } from '../record/fold-text.ts'
import type { SortBy, ValueIn } from './sort-by.ts'
import { compareSortKeys, compareText, type SortKey, sortKey } from './sort-key.ts'

/** A row with the keys that it was compared by so far: one for every column, then those of its name. */
export interface KeyedRow<Row> {
  readonly row: Row
  readonly keys: (SortKey | undefined)[]
}

/** The order that columns make: a total one, since the name decides when every column ties. */
export interface RowOrder<Row> {
  keyed(row: Row): KeyedRow<Row>
  /** The row that took the place of another one of the same name, with the keys of what both say alike. */
  rekeyed(before: KeyedRow<Row>, row: Row): KeyedRow<Row>
  compare(a: KeyedRow<Row>, b: KeyedRow<Row>): number
}

/** Last in both directions. */
const blank: SortKey = { number: Number.POSITIVE_INFINITY, text: '' }

/**
 * By every column of `sort` in turn, then by `driver_name` ascending whatever the directions: first folded, then to the
 * letter. A key is worked out when it is first needed, which for most columns and rows is never.
 */
export function rowOrder<Row>(sort: readonly SortBy[], valueIn: ValueIn<Row>): RowOrder<Row> {
  const columns = sort.map(({ attribute, direction }) => ({ attribute, sign: direction === 'descending' ? -1 : 1 }))

  function keyOf({ row, keys }: KeyedRow<Row>, index: number): SortKey {
    const known = keys[index]
    if (known) return known
    const column = columns[index]
    const key = column ? (sortKey(valueIn(row, column.attribute)) ?? blank) : nameKey(row, index === columns.length)
    keys[index] = key
    return key
  }

  function nameKey(row: Row, folded: boolean): SortKey {
    const name = String(valueIn(row, 'driver_name') ?? '')
    return { number: 0, text: folded ? foldText(name) : name }
  }

  return {
    keyed: (row) => ({ row, keys: [] }),
    rekeyed(before, row) {
      if (row === before.row) return before
      const keys = before.keys.map((key, index) => {
        const attribute = columns[index]?.attribute ?? 'driver_name'
        return valueIn(row, attribute) === valueIn(before.row, attribute) ? key : undefined
      })
      return { row, keys }
    },
    compare(a, b) {
      for (let index = 0; index < columns.length; index++) {
        const order = compareInColumn(keyOf(a, index), keyOf(b, index), columns[index]?.sign ?? 1)
        if (order !== 0) return order
      }
      const folded = columns.length
      return (
        compareText(keyOf(a, folded).text, keyOf(b, folded).text) ||
        compareText(keyOf(a, folded + 1).text, keyOf(b, folded + 1).text)
      )
    },
  }
}

function compareInColumn(a: SortKey, b: SortKey, sign: number): number {
  if (a === blank) return b === blank ? 0 : 1
  return b === blank ? -1 : sign * compareSortKeys(a, b)
}
