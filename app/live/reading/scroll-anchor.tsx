import { Component, type ReactNode, type RefObject } from 'react'
import { moveVisibly } from './move-visibly.ts'
import { type ReadingPlace, watchReadingPlace } from './reading-place.ts'
import { isReadFromTop, readRow, visibleRows } from './visible-rows.ts'

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
  /** The first of the rows whose top edge no sticky line covers, if the list is scrolled; -1 without one. */
  readonly read: number
}

/**
 * Scrolls when a new order is shown, so that the row that is read stays at its position on the screen, and lets all
 * others move there visibly. A class component, since only getSnapshotBeforeUpdate can measure the page right before it
 * changes.
 */
export class ScrollAnchor extends Component<Props> {
  private place: ReadingPlace | undefined

  override componentDidMount(): void {
    this.place = watchReadingPlace(() => this.props.list.current)
  }

  override componentWillUnmount(): void {
    this.place?.stop()
  }

  override getSnapshotBeforeUpdate(before: Props): Measured | null {
    const { list, order, question } = this.props
    if (before.order === order) return null
    const isAsked = before.question !== question
    if (isAsked) return null
    const rows = visibleRows(list.current).map((row) => ({ row, top: row.getBoundingClientRect().top }))
    if (isReadFromTop(list.current)) return { rows, read: -1 }
    return { rows, read: readRow(rows.map(({ row }) => row)) }
  }

  override componentDidUpdate({ order }: Props, _state: unknown, measured: Measured | null): void {
    if (order === this.props.order) this.place?.keep()
    else this.arrange(measured)
  }

  private arrange(measured: Measured | null): void {
    const { rows, read } = measured ?? { rows: [], read: -1 }
    // A windowed list may no longer render the row that was read: then the next one stays.
    const anchor = read < 0 ? undefined : rows.slice(read).find(({ row }) => row.isConnected)
    const shift = anchor ? anchor.row.getBoundingClientRect().top - anchor.top : 0
    if (shift !== 0) window.scrollBy({ top: shift, behavior: 'instant' })
    for (const { row, top } of rows) {
      if (row.isConnected) moveVisibly(row, top - row.getBoundingClientRect().top)
    }
    this.place?.take(anchor?.row)
  }

  override render(): ReactNode {
    return this.props.children
  }
}
