/** Above this share of the list, sorting all of it costs less than one insertion after the other. */
const few = 1 / 16

/** A part of a list: from an index, until before another. */
export interface Span {
  readonly from: number
  readonly until: number
}

/**
 * Takes items out of a list that is in the order of `compare`, and puts others in where they belong. `compare` is a
 * total order. Returns the span outside of which every index has the item that it had before.
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
  // An index that was found before others were inserted ahead of it may have moved by their number.
  const until = removed.length === added.length ? last + added.length + 1 : list.length
  return { from, until: Math.min(until, list.length) }
}

function sortAll<Item>(
  list: Item[],
  removed: readonly Item[],
  added: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Span {
  const gone = new Set(removed)
  const sorted = list.filter((item) => !gone.has(item)).concat(added)
  sorted.sort(compare)
  list.length = 0
  for (const item of sorted) list.push(item)
  return { from: 0, until: list.length }
}

/** The index of the first item that is not before the given one, found by halving. */
function indexIn<Item>(list: readonly Item[], item: Item, compare: (a: Item, b: Item) => number): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const other = list[middle]
    // The item itself: equal results need no comparison by name.
    if (other === item) return middle
    if (other !== undefined && compare(other, item) < 0) from = middle + 1
    else to = middle
  }
  return from
}
