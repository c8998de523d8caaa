/** Rows that stand together under a heading. Several of them, in order, are what a view shows. */
export interface Section<Row> {
  readonly key: string
  readonly rows: readonly Row[]
}

/** A row's name: the same row has the same one from list to list. No two rows of a view share one. */
export type KeyOf<Row> = (row: Row) => string

export interface PendingOrder<One> {
  readonly sections: readonly One[]
  /** Rows that the newest list does not have any more. They stand where they stood, so that nothing moves up. */
  readonly gone: ReadonlySet<string>
  /** How many entries moved, came or left: 0 when the newest order is the one that is shown. */
  readonly waiting: number
}

const nobody: ReadonlySet<string> = new Set()

/**
 * The order that was shown, with what the newest list says of each row. What is in the order already is the newest
 * sections themselves: nothing is held then.
 */
export function pendingOrder<Row, One extends Section<Row>>(
  shown: readonly One[],
  newest: readonly One[],
  keyOf: KeyOf<Row>,
): PendingOrder<One> {
  if (sameOrder(shown, newest, keyOf)) return inOrder(newest)
  const rows = new Map(newest.flatMap((section) => section.rows.map((row) => [keyOf(row), row])))
  const headings = new Map(newest.map((section) => [section.key, section]))
  const gone = new Set<string>()
  const sections = shown.map((section) => {
    const inOrder = section.rows.map((row) => {
      const now = rows.get(keyOf(row))
      if (now === undefined) gone.add(keyOf(row))
      return now ?? row
    })
    return { ...(headings.get(section.key) ?? section), rows: inOrder }
  })
  return { sections, gone, waiting: movedEntries(placesOf(shown, keyOf), placesOf(newest, keyOf)) }
}

/** What is shown is the newest order. */
export function inOrder<One>(newest: readonly One[]): PendingOrder<One> {
  return { sections: newest, gone: nobody, waiting: 0 }
}

/**
 * Whether the newest order has the rows in sight next to each other as they are, so that it can be shown without moving
 * them. `inSight` are their keys from the top down.
 */
export function keepsVisibleRows<Row>(
  newest: readonly Section<Row>[],
  inSight: readonly string[],
  shown: readonly Section<Row>[],
  keyOf: KeyOf<Row>,
): boolean {
  const sight = new Set(inSight)
  const before = placesOf(shown, keyOf).filter(({ key }) => sight.has(key))
  const after = placesOf(newest, keyOf)
  const first = after.findIndex(({ key }) => key === before[0]?.key)
  return before.every((place, index) => {
    const now = after[first + index]
    return now?.key === place.key && now.section === place.section
  })
}

interface Place {
  readonly key: string
  readonly section: string
}

function placesOf<Row>(sections: readonly Section<Row>[], keyOf: KeyOf<Row>): Place[] {
  return sections.flatMap((section) => section.rows.map((row) => ({ key: keyOf(row), section: section.key })))
}

/** Whether two lists have the same rows, by their names, in the same sections and order. */
export function sameOrder<Row>(
  shown: readonly Section<Row>[],
  newest: readonly Section<Row>[],
  keyOf: KeyOf<Row>,
): boolean {
  if (shown === newest) return true
  return (
    shown.length === newest.length &&
    shown.every((section, index) => {
      const other = newest[index]
      if (section.key !== other?.key) return false
      if (section.rows === other.rows) return true
      const { rows } = other
      return (
        section.rows.length === rows.length &&
        section.rows.every((row, place) => {
          const now = rows[place]
          return now !== undefined && (now === row || keyOf(now) === keyOf(row))
        })
      )
    })
  )
}

/**
 * The fewest entries that one has to take out and put elsewhere: one that passes ninety others has moved, they have
 * not.
 */
function movedEntries(before: readonly Place[], after: readonly Place[]): number {
  const old = new Map(before.map(({ key, section }, index) => [key, { section, index }]))
  const stayed = after.flatMap(({ key, section }) => {
    const place = old.get(key)
    return place?.section === section ? [place.index] : []
  })
  const union = new Set([...before, ...after].map(({ key }) => key))
  return union.size - longestRising(stayed)
}

/** How many numbers the longest rising selection has; they are all different. */
function longestRising(numbers: readonly number[]): number {
  const ends: number[] = []
  for (const number of numbers) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    ends[low] = number
  }
  return ends.length
}
