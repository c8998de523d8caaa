import { useCallback, useEffect, useState } from 'react'
import { formatChoice, parametersOf, readChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import { useLatest } from '../browser/use-latest.ts'

/** The key in a history entry's state of a sheet that was opened from this page: one step back closes it. */
const openedHere = 'paddockSheet'

/**
 * The reader's choices, mirrored in the address. Opening a sheet and choosing another view add a history entry,
 * closing the sheet goes back; all other changes replace the current entry.
 */
export function useChoice(initial: ViewChoice): [ViewChoice, (change: Partial<ViewChoice>) => void] {
  const [choice, setChoice] = useState(initial)
  const current = useLatest(choice)

  useEffect(() => {
    const follow = () => setChoice(readChoice(parametersOf(new URLSearchParams(window.location.search))))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])

  // A stable identity, so that the controls do not render with every update or key press.
  const choose = useCallback(
    (change: Partial<ViewChoice>) => {
      const choice = current()
      const next = { ...choice, ...change }
      setChoice(next)
      const address = `${window.location.pathname}${formatChoice(next)}`
      const opens = choice.driver === '' && next.driver !== ''
      const isStep = opens || choice.view !== next.view
      const isStepBack = choice.driver !== '' && next.driver === '' && window.history.state?.[openedHere] === true
      if (isStepBack) window.history.back()
      else if (isStep) window.history.pushState({ ...window.history.state, [openedHere]: opens }, '', address)
      else window.history.replaceState(window.history.state, '', address)
    },
    [current],
  )
  return [choice, choose]
}
