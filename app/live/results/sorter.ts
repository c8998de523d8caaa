import { reuseIfSameItems } from '../../../lib/list/reuse-if-equal.ts'
import { type KeyedRow, type RowOrder, rowOrder } from '../../../lib/table/row-order.ts'
import type { SortBy, ValueIn } from '../../../lib/table/sort-by.ts'

/** Sorts a list that is sorted again and again while little in it changes. */
export type Sorter<Row> = (rows: readonly Row[], sort: readonly SortBy[], list?: string) => readonly Row[]

/**
 * `sortRows` with a memory: the same order, and the very same array when the rows in it are the same. Rows may be new
 * objects each time; they are known by `driver_name`. Where several lists share a sorter, say which `list` it is.
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

/**
 * The rows in the order of those before, which is nearly right: sorting that takes hardly more than one look at each.
 */
function arrange<Row>(
  rows: readonly Row[],
  before: readonly KeyedRow<Row>[],
  order: RowOrder<Row>,
  valueIn: ValueIn<Row>,
): KeyedRow<Row>[] {
  const places = new Map(before.map(({ row }, place) => [valueIn(row, 'driver_name'), place]))
  const known: (KeyedRow<Row> | undefined)[] = new Array(before.length).fill(undefined)
  const others: KeyedRow<Row>[] = []
  for (const row of rows) {
    const place = places.get(valueIn(row, 'driver_name'))
    const old = place === undefined ? undefined : before[place]
    if (place === undefined || old === undefined || known[place]) others.push(order.keyed(row))
    else known[place] = order.rekeyed(old, row)
  }
  return known.filter((keyed) => keyed !== undefined).concat(others)
}

function sameSort(a: readonly SortBy[], b: readonly SortBy[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ attribute, direction }, index) => attribute === b[index]?.attribute && direction === b[index].direction)
  )
}
