import { reuseIfSameItems } from '../../../lib/list/reuse-if-equal.ts'
import { type KeyedRow, type RowOrder, rowOrder } from '../../../lib/table/row-order.ts'
import type { SortBy, ValueIn } from '../../../lib/table/sort-by.ts'

/** Sorts a list that is sorted repeatedly while few of its rows change. */
export type Sorter<Row> = (rows: readonly Row[], sort: readonly SortBy[], list?: string) => readonly Row[]

/**
 * Sorts as `sortRows` does, and returns the previous array when its rows are identical. Rows are matched by
 * `driver_name`. `list` names the list when several lists share a sorter.
 */
export function createSorter<Row>(valueIn: ValueIn<Row>): Sorter<Row> {
  let memory: SortMemory<Row> | undefined
  return (rows, sort, list = '') => {
    if (!memory || !sameSort(memory.sort, sort)) memory = { sort, order: rowOrder(sort, valueIn), lists: new Map() }
    const before = memory.lists.get(list)
    const keyed = arrange(rows, before?.keyed ?? [], memory.order, valueIn).sort(memory.order.compare)
    const sorted = reuseIfSameItems(
      before?.rows,
      keyed.map(({ row }) => row),
    )
    memory.lists.set(list, { keyed, rows: sorted })
    return sorted
  }
}

interface SortMemory<Row> {
  readonly sort: readonly SortBy[]
  readonly order: RowOrder<Row>
  readonly lists: Map<string, { readonly keyed: readonly KeyedRow<Row>[]; readonly rows: readonly Row[] }>
}

/** The rows in the previous order, new rows last: sorting a nearly sorted array is fast. */
function arrange<Row>(
  rows: readonly Row[],
  before: readonly KeyedRow<Row>[],
  order: RowOrder<Row>,
  valueIn: ValueIn<Row>,
): KeyedRow<Row>[] {
  const indices = new Map(before.map(({ row }, index) => [valueIn(row, 'driver_name'), index]))
  const known: (KeyedRow<Row> | undefined)[] = new Array(before.length).fill(undefined)
  const others: KeyedRow<Row>[] = []
  for (const row of rows) {
    const index = indices.get(valueIn(row, 'driver_name'))
    const old = index === undefined ? undefined : before[index]
    if (index === undefined || old === undefined || known[index]) others.push(order.keyed(row))
    else known[index] = order.rekeyed(old, row)
  }
  return known.filter((keyed) => keyed !== undefined).concat(others)
}

function sameSort(a: readonly SortBy[], b: readonly SortBy[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ attribute, direction }, index) => attribute === b[index]?.attribute && direction === b[index].direction)
  )
}
