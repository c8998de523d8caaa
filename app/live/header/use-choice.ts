import { useCallback, useEffect, useState } from 'react'
import { formatChoice, parametersOf, readChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import { useLatest } from '../browser/use-latest.ts'

/**
 * Marks, in the browser's history, the address of a sheet that was opened here: the page without it is one step back.
 */
const openedHere = 'paddockSheet'

/**
 * What the reader chose, kept in the address. Opening a sheet is a step that the browser's "back" undoes, and closing
 * it takes that step back; the rest is no step.
 */
export function useChoice(initial: ViewChoice): [ViewChoice, (change: Partial<ViewChoice>) => void] {
  const [choice, setChoice] = useState(initial)
  const current = useLatest(choice)

  useEffect(() => {
    const follow = () => setChoice(readChoice(parametersOf(new URLSearchParams(window.location.search))))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])

  // The same function always: what is chosen with renders neither with every update nor with every letter.
  const choose = useCallback(
    (change: Partial<ViewChoice>) => {
      const choice = current()
      const next = { ...choice, ...change }
      setChoice(next)
      const address = `${window.location.pathname}${formatChoice(next)}`
      const isStep = choice.driver === '' && next.driver !== ''
      const isStepBack = choice.driver !== '' && next.driver === '' && window.history.state?.[openedHere] === true
      if (isStepBack) window.history.back()
      else if (isStep) window.history.pushState({ ...window.history.state, [openedHere]: true }, '', address)
      else window.history.replaceState(window.history.state, '', address)
    },
    [current],
  )
  return [choice, choose]
}
