import { Component, type ReactNode, type RefObject } from 'react'
import { isReadFromTop, visibleRows } from './visible-rows.ts'

interface Props {
  readonly list: RefObject<HTMLElement | null>
  /** The order that is shown; what is in sight stays where it is when another one comes. */
  readonly releases: number
  readonly children: ReactNode
}

interface Seen {
  readonly row: HTMLElement
  readonly top: number
}

/**
 * Keeps a new order from moving what is being read: most rows in sight stay where they were on the screen, whatever
 * came or went above them. A class, since only a class can look at the page right before it changes.
 */
export class ScrollAnchor extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): readonly Seen[] {
    const { list, releases } = this.props
    if (before.releases === releases || isReadFromTop(list.current)) return []
    return visibleRows(list.current).map((row) => ({ row, top: row.getBoundingClientRect().top }))
  }

  override componentDidUpdate(_before: Props, _state: unknown, seen: readonly Seen[]): void {
    const moved = seen
      .filter(({ row }) => row.isConnected)
      .map(({ row, top }) => row.getBoundingClientRect().top - top)
      .sort((a, b) => a - b)
    const most = moved[moved.length >> 1] ?? 0
    if (most !== 0) window.scrollBy({ top: most, behavior: 'instant' })
  }

  override render(): ReactNode {
    return this.props.children
  }
}
