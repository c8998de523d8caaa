/** The share of the list above which sorting all of it is cheaper than inserting item by item. */
const few = 1 / 16

/** A part of a list: `from` is its first index, `until` the index after its last. */
export interface Span {
  readonly from: number
  readonly until: number
}

/**
 * Changes a list that is sorted by `compare`, a total order, in place, and keeps it sorted. Every index outside of the
 * returned span has the same item as before.
 */
export function replaceInSorted<Item>(
  list: Item[],
  removed: readonly Item[],
  added: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Span {
  if (removed.length + added.length > few * list.length) return sortAll(list, removed, added, compare)
  let from = list.length
  let last = 0
  const splice = (item: Item, deleted: number, ...inserted: Item[]) => {
    const index = indexIn(list, item, compare)
    list.splice(index, deleted, ...inserted)
    from = Math.min(from, index)
    last = Math.max(last, index)
  }
  for (const item of removed) splice(item, 1)
  for (const item of added) splice(item, 0, item)
  // Each later insertion ahead of an index moves its item by one.
  const until = removed.length === added.length ? last + added.length + 1 : list.length
  return { from, until: Math.min(until, list.length) }
}

function sortAll<Item>(
  list: Item[],
  removed: readonly Item[],
  added: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Span {
  const isRemoved = new Set(removed)
  const sorted = list.filter((item) => !isRemoved.has(item)).concat(added)
  sorted.sort(compare)
  list.length = 0
  for (const item of sorted) list.push(item)
  return { from: 0, until: list.length }
}

/** The index of the first item that does not sort before the given one, by binary search. */
function indexIn<Item>(list: readonly Item[], item: Item, compare: (a: Item, b: Item) => number): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const other = list[middle]
    // Spares the item a comparison with itself, which would go down to its name.
    if (other === item) return middle
    if (other !== undefined && compare(other, item) < 0) from = middle + 1
    else to = middle
  }
  return from
}
