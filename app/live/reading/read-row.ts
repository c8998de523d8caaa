/**
 * The index of the row that is read: the first one whose top edge neither the header nor another sticky line covers.
 * When a driver's sheet covers them all, the first whose top edge is in the window; -1 without one.
 */
export function readRow(rows: readonly HTMLElement[]): number {
  const read = rows.findIndex(isTopUncovered)
  return read < 0 ? rows.findIndex((row) => row.getBoundingClientRect().top >= 0) : read
}

function isTopUncovered(row: HTMLElement): boolean {
  const { left, right, top } = row.getBoundingClientRect()
  // A wide table is wider than the window.
  const middle = (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2
  return row.contains(document.elementFromPoint(middle, top + 1))
}
