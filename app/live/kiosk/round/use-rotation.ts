import { useEffect, useRef, useState } from 'react'
import { systemTimers, type Timers } from '../../../../lib/time/timers.ts'
import type { PackedPage } from './pack-pages.ts'
import { firstTurn, pageTime, shownPage, turnAfter } from './round.ts'

export interface Rotation {
  /** The index of the shown page. */
  readonly shown: number
  /** Grows with each page that is turned. */
  readonly turns: number
  /** How long a page is shown, in ms; undefined while it stays. */
  readonly time: number | undefined
  /** Turns to the next page. */
  next(): void
}

/** Goes through the pages by itself. New results neither turn the page nor give it more time. */
export function useRotation(pages: readonly PackedPage[], paused: boolean, timers: Timers = systemTimers): Rotation {
  const [{ turn, turns }, setTurn] = useState({ turn: firstTurn, turns: 0 })
  const shown = shownPage(pages, turn)
  const time = paused || pages.length < 2 ? undefined : pageTime(pages.length)
  const next = () => setTurn({ turn: turnAfter(pages, shown), turns: turns + 1 })
  const latestNext = useRef(next)
  latestNext.current = next
  const began = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page begins when it is turned to, and after a pause
  useEffect(() => {
    began.current = timers.elapsed()
  }, [turns, paused, timers])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has a timer of its own
  useEffect(() => {
    if (time === undefined) return
    return timers.after(Math.max(0, began.current + time - timers.elapsed()), () => latestNext.current())
  }, [turns, time, timers])
  return { shown, turns, time, next }
}
