/** Rows under one heading. A view shows an array of sections, in order. */
export interface Section<Row> {
  readonly key: string
  readonly rows: readonly Row[]
}

/** Returns a row's key: unique in a view, and the same for the same row in every list. */
export type KeyOf<Row> = (row: Row) => string

export interface PendingOrder<One> {
  readonly sections: readonly One[]
  /** Keys of rows that the newest list does not have. They keep their position, so that nothing moves up. */
  readonly gone: ReadonlySet<string>
  /** A newer order waits: the shown one is not the newest. */
  readonly waiting: boolean
}

const noRows: ReadonlySet<string> = new Set()

/**
 * The shown order with the newest rows; a row that the newest list lacks stays as it was. When the order is the newest
 * one already, `sections` is `newest` itself.
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
  return { sections, gone, waiting: true }
}

/** The newest order, with nothing pending. */
export function inOrder<One>(newest: readonly One[]): PendingOrder<One> {
  return { sections: newest, gone: noRows, waiting: false }
}

/**
 * True when the newest order has the visible rows adjacent and in the shown order, so that none of them moves.
 * `visible` are their keys from top to bottom.
 */
export function keepsVisibleRows<Row>(
  newest: readonly Section<Row>[],
  visible: readonly string[],
  shown: readonly Section<Row>[],
  keyOf: KeyOf<Row>,
): boolean {
  const keys = new Set(visible)
  const before = positionsOf(shown, keyOf).filter(({ key }) => keys.has(key))
  const after = positionsOf(newest, keyOf)
  const first = after.findIndex(({ key }) => key === before[0]?.key)
  return before.every(({ key, section }, index) => {
    const now = after[first + index]
    return now?.key === key && now.section === section
  })
}

interface RowPosition {
  readonly key: string
  readonly section: string
}

function positionsOf<Row>(sections: readonly Section<Row>[], keyOf: KeyOf<Row>): RowPosition[] {
  return sections.flatMap((section) => section.rows.map((row) => ({ key: keyOf(row), section: section.key })))
}

/** True when two lists have the same row keys in the same sections and order. */
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
        section.rows.every((row, index) => {
          const now = rows[index]
          return now !== undefined && (now === row || keyOf(now) === keyOf(row))
        })
      )
    })
  )
}
