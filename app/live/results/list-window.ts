/** The items of a long list, numbered from 0: for each section its heading, the head of its table, then its rows. */
export interface ListItems {
  /** The item index of each section's heading. */
  readonly starts: readonly number[]
  readonly count: number
}

/** The number of items of a section before its first row. */
export const itemsBeforeRows = 2

export function listItems(rowCounts: readonly number[]): ListItems {
  const starts: number[] = []
  let count = 0
  for (const rows of rowCounts) {
    starts.push(count)
    count += itemsBeforeRows + rows
  }
  return { starts, count }
}

/** The index of an item's section and of its row in that section; the row of a heading is undefined. */
export function itemAt({ starts }: ListItems, index: number): { section: number; row: number | undefined } {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle
  }
  const row = index - (starts[low] ?? 0) - itemsBeforeRows
  return { section: low, row: row < 0 ? undefined : row }
}

/** Indices of the items to render, ascending: the range, the focused item and the headings of all their sections. */
export function itemsToRender(items: ListItems, inRange: readonly number[], focused: number | undefined): number[] {
  const all = new Set(inRange)
  if (focused !== undefined && focused >= 0 && focused < items.count) all.add(focused)
  for (const index of [...all]) {
    const start = items.starts[itemAt(items, index).section] ?? 0
    for (let heading = start; heading < start + itemsBeforeRows; heading += 1) all.add(heading)
  }
  return [...all].sort((a, b) => a - b)
}

/** An item with its top and bottom edge in the page, in px. */
export interface MeasuredItem {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** A rendered row with its index in the section and in the list, or the height of rows that are not rendered, in px. */
export type WindowPart =
  | { readonly kind: 'row'; readonly row: number; readonly index: number }
  | { readonly kind: 'gap'; readonly size: number }

interface WindowSection {
  readonly section: number
  readonly headingIndex: number
  /** The height between the previous rendered section, or the list's start, and this one, in px. */
  readonly gapBefore: number
  readonly parts: readonly WindowPart[]
}

export interface ListWindow {
  readonly sections: readonly WindowSection[]
  /** The height below the last rendered section, in px. */
  readonly gapAfter: number
}

/**
 * Groups rendered items by section, with gaps in place of all others: together they are as high as the whole list,
 * which reaches from `start` to `end` in px.
 */
export function listWindow(
  items: ListItems,
  rendered: readonly MeasuredItem[],
  start: number,
  end: number,
): ListWindow {
  const sections: { section: number; headingIndex: number; gapBefore: number; parts: WindowPart[] }[] = []
  let reached = start
  for (const { index, start: from, end: to } of rendered) {
    const { section, row } = itemAt(items, index)
    let last = sections.at(-1)
    if (last?.section !== section) {
      last = { section, headingIndex: index, gapBefore: Math.max(0, from - reached), parts: [] }
      sections.push(last)
    } else if (from > reached) last.parts.push({ kind: 'gap', size: from - reached })
    if (row !== undefined) last.parts.push({ kind: 'row', row, index })
    reached = to
  }
  return { sections, gapAfter: Math.max(0, end - reached) }
}
