import { moveVisibly } from './move-visibly.ts'
import { readRow } from './read-row.ts'
import { isReadFromTop, visibleRows } from './visible-rows.ts'

/** In ms without a scroll event after which the reader has a new place. */
const scrollEnd = 150

/** A row, and its top in the window, in px. */
interface Place {
  readonly row: HTMLElement
  readonly top: number
}

/** The rows in sight before an order changes. */
export interface MeasuredRows {
  readonly rows: readonly Place[]
  /** The index of the row that is read, if the list is scrolled; else -1. */
  readonly read: number
}

export interface ReadingPlace {
  /** Measures the rows in sight, before a new order is shown. */
  measure(): MeasuredRows
  /** Scrolls so that the row that was read is where it was; the others move visibly. Null: all are where they are. */
  arrange(measured: MeasuredRows | null): void
  /** Scrolls when the layout has moved the row that is read. */
  keep(): void
  stop(): void
}

/**
 * Keeps the row that is read where it is: when a new order is shown, and when the height of something above it changes,
 * such as a name that wraps or a message. Not every browser has scroll anchoring of its own.
 */
export function watchReadingPlace(list: () => HTMLElement | null): ReadingPlace {
  let place: Place | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (row = rowIn(list())) => {
    place = row && { row, top: restingTop(row) }
  }
  const shift = () => (place?.row.isConnected ? restingTop(place.row) - place.top : 0)
  const keep = () => {
    if (!place?.row.isConnected) return take()
    // The browser scrolls by whole pixels of the screen: the place stays, so that what is left over does not add up.
    const moved = shift()
    if (Math.abs(moved) >= 0.5) window.scrollBy({ top: moved, behavior: 'instant' })
  }
  const scrolled = () => {
    if (place && Math.abs(shift()) < 1) return
    place = undefined
    clearTimeout(timer)
    timer = setTimeout(() => take(), scrollEnd)
  }
  take()
  const observer = new ResizeObserver(keep)
  observer.observe(document.body)
  const element = list()
  if (element) observer.observe(element)
  document.addEventListener('scroll', scrolled, { passive: true })
  return {
    measure() {
      const rows = visibleRows(list())
      const read = isReadFromTop(list()) ? -1 : readRow(rows)
      return { rows: rows.map((row) => ({ row, top: topOf(row) })), read }
    },
    arrange(measured) {
      const { rows, read } = measured ?? { rows: [], read: -1 }
      // A windowed list may no longer render the row that was read: then the next one stays.
      const anchor = read < 0 ? undefined : rows.slice(read).find(({ row }) => row.isConnected)
      const moved = anchor ? topOf(anchor.row) - anchor.top : 0
      if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
      for (const { row, top } of rows) if (row.isConnected) moveVisibly(row, top - topOf(row))
      take(anchor?.row)
    },
    keep,
    stop() {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('scroll', scrolled)
    },
  }
}

/** The row that is read; undefined when the list is read from its top, where it may move. */
function rowIn(list: HTMLElement | null): HTMLElement | undefined {
  if (isReadFromTop(list)) return undefined
  const rows = visibleRows(list)
  return rows[readRow(rows)]
}

function topOf(row: HTMLElement): number {
  return row.getBoundingClientRect().top
}

/** The top of a row without the way that it still has to slide. */
function restingTop(row: HTMLElement): number {
  return topOf(row) - new DOMMatrix(getComputedStyle(row).transform).m42
}
