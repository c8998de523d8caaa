import { useDeferredValue } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import { classOf } from '../../../lib/standings/class-of.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { lineRoom } from '../browser/line-room.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { NewsList } from '../latest/news-list.tsx'
import styles from './driver-sheet.module.css'
import { bestRunTime } from './lazy-best-run-time.ts'
import { RunTable } from './run-table.tsx'
import { SheetChances } from './sheet-chances.tsx'
import { SheetHeader } from './sheet-header.tsx'
import { SheetNeighbours } from './sheet-neighbours.tsx'
import { SheetOtherEntries } from './sheet-other-entries.tsx'
import { SheetOutlook } from './sheet-outlook.tsx'
import { SheetPositions } from './sheet-positions.tsx'
import { SheetRival } from './sheet-rival.tsx'
import { useSheetDialog } from './use-sheet-dialog.ts'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  /** The news of this entry, newest first. */
  readonly news: readonly News[]
  /** The followed drivers, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly onStar: (name: string) => void
  readonly choice: ViewChoice
  readonly onRival: (name: string) => void
  /** The query of the page below. */
  readonly here: string
  readonly onClose: () => void
}

/** Everything about one entry: a dialog over the page; without JavaScript a part of the page, above the results. */
export function DriverSheet(props: Props) {
  const { standing, standings, news, stars, onStar, choice, onRival, here, onClose } = props
  const name = standing.driver.driver_name
  const dialog = useSheetDialog(name)
  const group = classOf(standings, standing)
  // A sheet that a touch opens is rendered in two steps: first the header, then the parts that take a phone longer.
  const inBrowser = useInBrowser()
  const isWhole = useDeferredValue(true, !inBrowser)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape and the Close link
    <dialog
      ref={dialog}
      open
      tabIndex={-1}
      className={styles.sheet}
      aria-labelledby="sheet-name"
      onCancel={onClose}
      onClick={(event) => {
        // The box covers the sheet, so that only a click beside the sheet hits the dialog itself.
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.box}>
        <SheetHeader
          standing={standing}
          standings={standings}
          starred={stars.has(name)}
          onStar={onStar}
          here={here}
          onClose={onClose}
        />
        {isWhole && (
          <>
            <SheetPositions standing={standing} standings={standings} group={group} />
            <SheetOutlook standing={standing} />
            <RunTable standing={standing} event={standings.event} />
            {standing.runs.some((runs) => runs.some(({ best }) => best)) && (
              <p>
                {lineRoom}
                {inBrowser && <bestRunTime.Part standing={standing} news={news} />}
              </p>
            )}
            {!standing.counts && <p>{withoutPlace(standing)}: counts for no place and no trophy.</p>}
            {group && standing.counts && <SheetChances standing={standing} group={group} event={standings.event} />}
            <SheetNeighbours standing={standing} standings={standings} group={group} here={here} />
            {group && (
              <SheetRival
                standing={standing}
                standings={standings}
                group={group}
                stars={stars}
                choice={choice}
                onRival={onRival}
              />
            )}
            {news.length > 0 && (
              <section>
                <h3 className={styles.heading}>What happened</h3>
                <NewsList news={news} standings={standings} event={standings.event} here={here} oneEntry />
              </section>
            )}
            <SheetOtherEntries standing={standing} standings={standings} here={here} />
          </>
        )}
      </div>
    </dialog>
  )
}

function withoutPlace({ driver }: Standing): string {
  const status = entryStatus(driver)
  return status === undefined ? 'Time only' : capitalized(statusWords[status])
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
