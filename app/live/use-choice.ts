import { useEffect, useState } from 'react'
import { formatChoice, parametersOf, readChoice, type ViewChoice } from '../../lib/view-choice.ts'

/** What the reader chose, kept in the address. Opening a sheet is a step that the browser's "back" undoes; the rest is not. */
export function useChoice(initial: ViewChoice): [ViewChoice, (change: Partial<ViewChoice>) => void] {
  const [choice, setChoice] = useState(initial)

  useEffect(() => {
    const follow = () => setChoice(readChoice(parametersOf(new URLSearchParams(window.location.search))))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])

  const choose = (change: Partial<ViewChoice>) => {
    const next = { ...choice, ...change }
    setChoice(next)
    const address = `${window.location.pathname}${formatChoice(next)}`
    const isStep = choice.driver === '' && next.driver !== ''
    if (isStep) window.history.pushState(window.history.state, '', address)
    else window.history.replaceState(window.history.state, '', address)
  }
  return [choice, choose]
}
