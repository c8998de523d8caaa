import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  inOrder,
  type KeyOf,
  keepsVisibleRows,
  type PendingOrder,
  pendingOrder,
  type Section,
  sameOrder,
} from './pending-order.ts'
import { type ReaderActivity, watchReaderActivity } from './reader-activity.ts'
import { isReadFromTop, keyOfElement, visibleRows } from './visible-rows.ts'

interface ShownOrder<One> extends PendingOrder<One> {
  /** Rises with every new order that is shown. */
  readonly releases: number
  /** Another number whenever the rows may stand in another order. */
  readonly order: number
  /** Shows the newest order. */
  readonly release: () => void
}

/**
 * The order that a reader can read: the newest, except while showing it would move what they touch, scroll or read.
 * Values are always the newest. Another `question` (view, sort, search) is answered at once.
 */
export function usePendingOrder<Row, One extends Section<Row>>(
  newest: readonly One[],
  keyOf: KeyOf<Row>,
  question: string,
  list: RefObject<HTMLElement | null>,
): ShownOrder<One> {
  const [releases, setReleases] = useState(0)
  const release = useCallback(() => setReleases((count) => count + 1), [])
  const reader = useRef<ReaderActivity>(undefined)
  const shown = useRef({ question, releases, sections: newest, order: 0 })
  const held = useMemo((): PendingOrder<One> & { order: number } => {
    const before = shown.current
    const isHeld = before.question === question && before.releases === releases
    // Nothing moves, and nobody need ask where the reader is.
    if (isHeld && sameOrder(before.sections, newest, keyOf)) return { ...inOrder(newest), order: before.order }
    // Asked before anything is rendered: for who reads from the top, the list is put in order once, and not held first.
    const isFree = reader.current?.atRest() && list.current && isReadFromTop(list.current)
    if (isHeld && !isFree) return { ...pendingOrder(before.sections, newest, keyOf), order: before.order }
    return { ...inOrder(newest), order: before.order + 1 }
  }, [newest, keyOf, question, releases, list])

  useLayoutEffect(() => {
    reader.current = watchReaderActivity()
    return () => reader.current?.stop()
  }, [])

  // Where it is not read from the top, a new order is held at first, and let go before the browser paints if it moves
  // nothing that is being read.
  useLayoutEffect(() => {
    shown.current = { question, releases, sections: held.sections, order: held.order }
    if (held.waiting === 0) return
    const tryRelease = () => {
      if (mayMove()) release()
    }
    const mayMove = () => {
      if (document.visibilityState === 'hidden') return true
      if (reader.current && !reader.current.atRest()) return false
      if (isReadFromTop(list.current)) return true
      const inSight = visibleRows(list.current).map(keyOfElement)
      return keepsVisibleRows(newest, inSight, held.sections, keyOf)
    }
    tryRelease()
    return reader.current?.onRest(tryRelease)
  }, [held, newest, keyOf, question, releases, release, list])

  // Who looks away reads nothing.
  useEffect(() => {
    const away = () => {
      if (document.visibilityState === 'hidden') release()
    }
    if (held.waiting === 0) return
    document.addEventListener('visibilitychange', away)
    return () => document.removeEventListener('visibilitychange', away)
  }, [held.waiting, release])

  return { ...held, releases, release }
}
