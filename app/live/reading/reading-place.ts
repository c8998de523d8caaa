import { isReadFromTop, readRow, visibleRows } from './visible-rows.ts'

/** In ms without a scroll event after which the reader has a new place. */
const scrollEnd = 150

/** A row, and its top in the window, in px, without the way that it still has to slide. */
interface Place {
  readonly row: HTMLElement
  readonly top: number
}

export interface ReadingPlace {
  /** Scrolls when the layout has moved the row that is read. */
  keep(): void
  /** Takes the row that is read now, after rows were moved on purpose; `row` if it is known to be that row. */
  take(row?: HTMLElement): void
  stop(): void
}

/**
 * Watches the page for changes of height above the row that is read: a correction adds a line to a row, a message is
 * shown above the list. Not every browser has scroll anchoring of its own, and none for rows below sticky lines.
 */
export function watchReadingPlace(list: () => HTMLElement | null): ReadingPlace {
  let place: Place | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (row = rowIn(list())) => {
    place = row && { row, top: topOf(row) }
  }
  const shift = () => (place?.row.isConnected ? topOf(place.row) - place.top : 0)
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
    keep,
    take,
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
  return row.getBoundingClientRect().top - new DOMMatrix(getComputedStyle(row).transform).m42
}
