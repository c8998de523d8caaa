import { type ReactNode, useRef } from 'react'
import type { KeyOf, PendingOrder, Section } from './pending-order.ts'
import { ScrollAnchor } from './scroll-anchor.tsx'
import styles from './stable-list.module.css'
import { UpdatesPill } from './updates-pill.tsx'
import { usePendingOrder } from './use-pending-order.ts'

export interface ShownOrder<One> extends PendingOrder<One> {
  /** Changes exactly when the order may have changed. */
  readonly order: string
}

interface Props<Row, One> {
  readonly sections: readonly One[]
  readonly keyOf: KeyOf<Row>
  /** What the reader asked for, such as view, search and sort: when it changes, the newest order is shown at once. */
  readonly question: string
  readonly children: (shown: ShownOrder<One>) => ReactNode
}

/** A list that does not move while it is touched, scrolled or read: a new order waits behind "3 updates". */
export function StableList<Row, One extends Section<Row>>({ sections, keyOf, question, children }: Props<Row, One>) {
  const list = useRef<HTMLDivElement>(null)
  const { release, releases, order, ...held } = usePendingOrder(sections, keyOf, question, list)
  return (
    <div ref={list} className={styles.list}>
      <ScrollAnchor list={list} releases={releases}>
        {children({ ...held, order: `${order} ${question}` })}
      </ScrollAnchor>
      <UpdatesPill waiting={held.waiting} onApply={release} />
    </div>
  )
}
