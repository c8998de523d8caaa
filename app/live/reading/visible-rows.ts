/** The rows of a list that are in the window now, from top to bottom. */
export function visibleRows(list: HTMLElement | null): HTMLElement[] {
  const rows = list ? [...list.querySelectorAll<HTMLElement>('[data-driver], [data-news]')] : []
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  })
}

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

/** The key of a row's element, unique in its list; '' when it has none. */
export function keyOfElement({ dataset }: HTMLElement): string {
  return dataset.driver ?? dataset.news ?? ''
}

/** True when the list's top edge is in the window or below it. */
export function isReadFromTop(list: HTMLElement | null): boolean {
  return list === null || list.getBoundingClientRect().top >= 0
}
