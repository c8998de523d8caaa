import { Component, type ReactNode, type RefObject } from 'react'
import { isReadFromTop, visibleRows } from './visible-rows.ts'

interface Props {
  readonly list: RefObject<HTMLElement | null>
  /** Changes with each new order that is shown: the visible rows are anchored then. */
  readonly releases: number
  readonly children: ReactNode
}

interface MeasuredRow {
  readonly row: HTMLElement
  readonly top: number
}

/**
 * Scrolls when a new order is shown, so that most visible rows stay at their position on the screen. A class component,
 * since only getSnapshotBeforeUpdate can measure the page right before it changes.
 */
export class ScrollAnchor extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): readonly MeasuredRow[] {
    const { list, releases } = this.props
    if (before.releases === releases || isReadFromTop(list.current)) return []
    return visibleRows(list.current).map((row) => ({ row, top: row.getBoundingClientRect().top }))
  }

  override componentDidUpdate(_before: Props, _state: unknown, measured: readonly MeasuredRow[]): void {
    const shifts = measured
      .filter(({ row }) => row.isConnected)
      .map(({ row, top }) => row.getBoundingClientRect().top - top)
      .sort((a, b) => a - b)
    const median = shifts[shifts.length >> 1] ?? 0
    if (median !== 0) window.scrollBy({ top: median, behavior: 'instant' })
  }

  override render(): ReactNode {
    return this.props.children
  }
}
