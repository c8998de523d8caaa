import { classState } from '../../../lib/chances/class-state.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { ClassStateMark } from '../entry/class-state-mark.tsx'
import { nextStart } from '../rhythm/lazy-rhythm.ts'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly group: ClassStanding | undefined
}

/** How far the class of an entry is, and when the entry drives next, as far as the records tell. */
export function SheetOutlook({ standing, standings, group }: Props) {
  const { driver, class_code } = standing
  const inBrowser = useInBrowser()
  const state = group && classState(group, standings.event)
  return (
    <>
      {state && (
        <p>
          Class {class_code}: <ClassStateMark state={state} />
        </p>
      )}
      {(driver.heat || driver.run_order) && (
        // One line from the start: what is below it does not move.
        <p>
          {inBrowser && <nextStart.Part standing={standing} label="Next run: " />}
          {'\u00a0'}
        </p>
      )}
    </>
  )
}
