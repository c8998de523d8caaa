/** Above this share of the list, sorting it anew costs less than putting one after the other where it belongs. */
const few = 1 / 16

/**
 * A list in the order of `compare`, without those who left, who must be in it, and with those who joined. The list itself is
 * not changed, and comes back when nobody did. `compare` must be a total order.
 */
export function updateSorted<Entry>(
  list: readonly Entry[],
  left: ReadonlySet<Entry>,
  joined: readonly Entry[],
  compare: (a: Entry, b: Entry) => number,
): readonly Entry[] {
  if (left.size === 0 && joined.length === 0) return list
  if (left.size + joined.length > few * list.length) {
    const stayed = list.filter((entry) => !left.has(entry))
    return stayed.concat(joined).sort(compare)
  }
  const after = list.slice()
  for (const entry of left) after.splice(placeIn(after, entry, compare), 1)
  for (const entry of joined) after.splice(placeIn(after, entry, compare), 0, entry)
  return after
}

/** The index of the first that is not before the entry, found by halving. */
function placeIn<Entry>(list: readonly Entry[], entry: Entry, compare: (a: Entry, b: Entry) => number): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const other = list[middle]
    // Itself: nobody need be asked, and names, which are seldom compared, need no key.
    if (other === entry) return middle
    if (other !== undefined && compare(other, entry) < 0) from = middle + 1
    else to = middle
  }
  return from
}
