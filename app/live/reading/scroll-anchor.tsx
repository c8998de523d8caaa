import { Component, type ReactNode, type RefObject } from 'react'
import { moveVisibly } from './move-visibly.ts'
import { isReadFromTop, visibleRows } from './visible-rows.ts'

interface Props {
  readonly list: RefObject<HTMLElement | null>
  /** Changes with each new order that is shown. */
  readonly order: number
  /** When the reader asked for a new order, rows change places at once: most of them are other rows. */
  readonly question: string
  readonly children: ReactNode
}

interface MeasuredRow {
  readonly row: HTMLElement
  readonly top: number
}

interface Measured {
  readonly rows: readonly MeasuredRow[]
  /** The first of the rows that is wholly in sight, if the list is scrolled. */
  readonly read: number
}

/**
 * Scrolls when a new order is shown, so that the row that is read stays at its position on the screen, and lets all
 * others move there visibly. A class component, since only getSnapshotBeforeUpdate can measure the page right before it
 * changes.
 */
export class ScrollAnchor extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): Measured | null {
    const { list, order, question } = this.props
    if (before.order === order) return null
    const isAsked = before.question !== question
    if (isAsked) return null
    const rows = visibleRows(list.current).map((row) => ({ row, top: row.getBoundingClientRect().top }))
    if (isReadFromTop(list.current)) return { rows, read: -1 }
    const covered = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
    return { rows, read: rows.findIndex(({ top }) => top >= covered) }
  }

  override componentDidUpdate(_before: Props, _state: unknown, measured: Measured | null): void {
    if (!measured) return
    const { rows, read } = measured
    // A windowed list may no longer render the row that was read: then the next one stays.
    const anchor = read < 0 ? undefined : rows.slice(read).find(({ row }) => row.isConnected)
    const shift = anchor ? anchor.row.getBoundingClientRect().top - anchor.top : 0
    if (shift !== 0) window.scrollBy({ top: shift, behavior: 'instant' })
    for (const { row, top } of rows) {
      if (row.isConnected) moveVisibly(row, top - row.getBoundingClientRect().top)
    }
  }

  override render(): ReactNode {
    return this.props.children
  }
}
