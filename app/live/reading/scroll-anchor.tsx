import { Component, type ReactNode, type RefObject } from 'react'
import { retryImport } from '../lazy/retry-import.ts'
import type { MeasuredRows, ReadingPlace } from './reading-place.ts'

interface Props {
  readonly list: RefObject<HTMLElement | null>
  /** Changes with each new order that is shown. */
  readonly order: number
  /** When the reader asked for a new order, rows change places at once: most of them are other rows. */
  readonly question: string
  readonly children: ReactNode
}

/**
 * Keeps the row that is read at its position on the screen. A class component, since only getSnapshotBeforeUpdate can
 * measure the page right before a new order is shown.
 */
export class ScrollAnchor extends Component<Props> {
  private place: ReadingPlace | undefined
  private isMounted = false

  override componentDidMount(): void {
    this.isMounted = true
    // Not in the first load, since nobody has scrolled yet.
    void retryImport(() => import('./reading-place.ts')).then(({ watchReadingPlace }) => {
      if (this.isMounted) this.place ??= watchReadingPlace(() => this.props.list.current)
    })
  }

  override componentWillUnmount(): void {
    this.isMounted = false
    this.place?.stop()
    this.place = undefined
  }

  override getSnapshotBeforeUpdate({ order, question }: Props): MeasuredRows | null {
    if (order === this.props.order || question !== this.props.question) return null
    return this.place?.measure() ?? null
  }

  override componentDidUpdate({ order }: Props, _state: unknown, measured: MeasuredRows | null): void {
    if (order === this.props.order) this.place?.keep()
    else this.place?.arrange(measured)
  }

  override render(): ReactNode {
    return this.props.children
  }
}
