import { foldText } from '../record/fold-text.ts'
import type { SortBy, ValueIn } from './sort-by.ts'
import { compareSortKeys, compareText, type SortKey, sortKey } from './sort-key.ts'

/** A row with the sort keys that comparisons have computed: one for each column, then two of its name. */
export interface KeyedRow<Row> {
  readonly row: Row
  readonly keys: (SortKey | undefined)[]
}

/** The order of rows by columns. It is total: the name decides when all columns tie. */
export interface RowOrder<Row> {
  keyed(row: Row): KeyedRow<Row>
  /** A new row for the same name, with the old keys of the attributes that did not change. */
  rekeyed(before: KeyedRow<Row>, row: Row): KeyedRow<Row>
  compare(a: KeyedRow<Row>, b: KeyedRow<Row>): number
}

/** The key of a blank: last in both directions. */
const blank: SortKey = { number: Number.POSITIVE_INFINITY, text: '' }

/**
 * The order by each column of `sort` in turn, then by ascending `driver_name`: first folded, then exact. A key is
 * computed when a comparison first needs it, because most keys are never needed.
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
