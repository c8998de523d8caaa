/**
 * What a long list is made of, one after the other: for each section its heading, the head of its table, and its rows.
 */
export interface ListItems {
  /** Where each section's heading is. The table's head is next, then come the rows. */
  readonly starts: readonly number[]
  readonly count: number
}

/** Items of a section before its first row. */
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

/** The section that an item belongs to, and its row there; undefined for a heading. */
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

/**
 * The items to render: those in range, one that must stay, and the headings of every section that shows a row. In
 * order.
 */
export function itemsToRender(items: ListItems, inRange: readonly number[], kept: number | undefined): number[] {
  const all = new Set(inRange)
  if (kept !== undefined && kept >= 0 && kept < items.count) all.add(kept)
  for (const index of [...all]) {
    const start = items.starts[itemAt(items, index).section] ?? 0
    for (let heading = start; heading < start + itemsBeforeRows; heading += 1) all.add(heading)
  }
  return [...all].sort((a, b) => a - b)
}

/** An item as it lies in the list, in px. */
export interface PlacedItem {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Rows that are rendered, by their place in the section; or the height of those that are not. */
export type WindowPart =
  | { readonly kind: 'row'; readonly row: number; readonly index: number }
  | { readonly kind: 'gap'; readonly size: number }

interface WindowSection {
  readonly section: number
  readonly headingIndex: number
  /** What lies between the section before that is rendered, or the list's start, and this one. */
  readonly gapBefore: number
  readonly parts: readonly WindowPart[]
}

export interface ListWindow {
  readonly sections: readonly WindowSection[]
  /** What lies below the last section that is rendered. */
  readonly gapAfter: number
}

/**
 * A long list's rendered items by section, with the room for what is not rendered: together as high as the whole list.
 */
export function listWindow(items: ListItems, placed: readonly PlacedItem[], start: number, end: number): ListWindow {
  const sections: { section: number; headingIndex: number; gapBefore: number; parts: WindowPart[] }[] = []
  let reached = start
  for (const { index, start: from, end: to } of placed) {
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
