import { useDeferredValue, useMemo } from 'react'
import { formatChoice, type ViewChoice } from '../../lib/reader/view-state.ts'
import { usePrinting } from './browser/use-printing.ts'

interface AnsweredChoice {
  /** The choice that the results show, without a driver; it may be one behind what the reader chose. */
  readonly answered: ViewChoice
  /** Whether the results are about to follow the reader. */
  readonly isBehind: boolean
  /** The query of the page that is chosen, and of the one that the results show. */
  readonly here: string
  readonly shownHere: string
}

/** The typed letter and the tapped tab show at once; the rows render when the phone has time. */
export function useAnsweredChoice(choice: ViewChoice): AnsweredChoice {
  const here = useMemo(() => formatChoice({ ...choice, driver: '' }), [choice])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `here` is equal exactly when the choice is
  const asked = useMemo((): ViewChoice => ({ ...choice, driver: '', rival: '' }), [here])
  const late = useDeferredValue(asked)
  // Deferring thousands of rows would restart with every update and might never finish. Printing cannot be deferred.
  const printing = usePrinting()
  const answered = asked.allRows || printing ? asked : late
  const shownHere = useMemo(() => formatChoice(answered), [answered])
  return { answered, isBehind: answered !== asked, here, shownHere }
}
