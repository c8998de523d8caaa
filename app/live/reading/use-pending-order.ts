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
  /** When the shown order was the newest, in Unix ms; undefined while it is. */
  readonly since: number | undefined
  /** Changes whenever the order of rows may have changed. */
  readonly order: number
  /** Shows the newest order. */
  readonly release: () => void
}

/**
 * The newest order, or the shown one while a new order would move what the reader touches, scrolls or reads, until 8 s
 * after the last touch. Rows are always the newest. When `question` (view, class, search, sort) changes, the newest
 * order is shown at once. `now` is the clock, Unix ms.
 */
export function usePendingOrder<Row, One extends Section<Row>>(
  newest: readonly One[],
  keyOf: KeyOf<Row>,
  question: string,
  list: RefObject<HTMLElement | null>,
  now: () => number,
): ShownOrder<One> {
  const [releases, setReleases] = useState(0)
  const release = useCallback(() => setReleases((count) => count + 1), [])
  const activity = useRef<ReaderActivity>(undefined)
  const shown = useRef({ question, releases, sections: newest, order: 0 })
  const held = useMemo((): PendingOrder<One> & { order: number } => {
    const before = shown.current
    const isHeld = before.question === question && before.releases === releases
    // The order is unchanged, so the page need not be measured.
    if (isHeld && sameOrder(before.sections, newest, keyOf)) return { ...inOrder(newest), order: before.order }
    // Checked before rendering: a list that is read from its top is rendered once, in the new order, not held first.
    const isFree = activity.current?.atRest() && list.current && isReadFromTop(list.current)
    if (isHeld && !isFree) return { ...pendingOrder(before.sections, newest, keyOf), order: before.order }
    return { ...inOrder(newest), order: before.order + 1 }
  }, [newest, keyOf, question, releases, list])

  useLayoutEffect(() => {
    activity.current = watchReaderActivity()
    return () => activity.current?.stop()
  }, [])

  // A list that is scrolled holds a new order first, and releases it before the browser paints if no visible row would
  // move.
  useLayoutEffect(() => {
    shown.current = { question, releases, sections: held.sections, order: held.order }
    if (!held.waiting) return
    const tryRelease = () => {
      if (mayMove()) release()
    }
    const mayMove = () => {
      if (document.visibilityState === 'hidden') return true
      if (activity.current && !activity.current.atRest()) return false
      if (isReadFromTop(list.current) || activity.current?.settled()) return true
      const visible = visibleRows(list.current).map(keyOfElement)
      return keepsVisibleRows(newest, visible, held.sections, keyOf)
    }
    tryRelease()
    return activity.current?.onRest(tryRelease)
  }, [held, newest, keyOf, question, releases, release, list])

  // A hidden page is not being read: the newest order can be shown.
  useEffect(() => {
    const releaseHidden = () => {
      if (document.visibilityState === 'hidden') release()
    }
    if (!held.waiting) return
    document.addEventListener('visibilitychange', releaseHidden)
    return () => document.removeEventListener('visibilitychange', releaseHidden)
  }, [held.waiting, release])

  const since = useHeldSince(held.waiting, now)
  return { ...held, since, release }
}

/** The time at which `isHeld` became true. */
function useHeldSince(isHeld: boolean, now: () => number): number | undefined {
  const since = useRef<number>(undefined)
  if (!isHeld) since.current = undefined
  else since.current ??= now()
  return since.current
}
