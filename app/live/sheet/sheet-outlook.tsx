import type { Standing } from '../../../lib/standings/standing.ts'
import { lineRoom } from '../browser/line-room.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { lazy } from '../lazy/lazy.tsx'
import { nextStart } from '../rhythm/lazy-next-start.ts'

const classState = lazy(() => import('../entry/class-state-mark.tsx').then((part) => part.NamedClassState))

/**
 * How far the class of an entry is, and when the entry drives next, as far as the records tell. Both lines are there
 * from the start, so that nothing moves when they are known.
 */
export function SheetOutlook({ standing }: { readonly standing: Standing }) {
  const { driver, class_code, counts } = standing
  const inBrowser = useInBrowser()
  return (
    <>
      {counts && (
        <p>
          {lineRoom}
          {inBrowser && <classState.Part code={class_code} />}
        </p>
      )}
      {(driver.heat || driver.run_order) && (
        <p>
          {lineRoom}
          {inBrowser && <nextStart.Part standing={standing} label="Next run: " />}
        </p>
      )}
    </>
  )
}
