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

/**
 * A list that does not move while it is touched or scrolled: a new order waits behind "Order from 16:33, tap to sort",
 * at most 8 s after the last touch. Then rows move visibly, around the one that is read.
 */
export function StableList<Row, One extends Section<Row>>({ sections, keyOf, question, children }: Props<Row, One>) {
  const list = useRef<HTMLDivElement>(null)
  const { release, order, since, ...held } = usePendingOrder(sections, keyOf, question, list, Date.now)
  return (
    <div ref={list} className={styles.list}>
      <ScrollAnchor list={list} order={order} question={question}>
        {children({ ...held, order: `${order} ${question}` })}
      </ScrollAnchor>
      <UpdatesPill since={since} onApply={release} />
    </div>
  )
}
