import { displayName } from '../../../lib/record/driver.ts'
import { entryStatus } from '../../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import { countingOf } from '../../../lib/scoring/counting.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { completedWords } from '../../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../../lib/wording/no-total-words.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { lineRoom } from '../browser/line-room.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { NextRequiredTime } from '../entry/next-required-time.tsx'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { RunList } from '../entry/run-list.tsx'
import { runsLeftWords } from '../entry/runs-left.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import { UnreadMark } from '../entry/unread-mark.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { nextStart } from '../rhythm/lazy-next-start.ts'
import mine from './mine-view.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly timeFormat: TimeFormat
  readonly followed: boolean
  /** The query of the page below. */
  readonly here: string
  /** Unfollows the driver, or follows it again; by driver_name. */
  readonly onChange: (name: string) => void
}

/** One followed entry: its position, its time, the time it requires next, when it drives, and its runs. */
export function MineEntry({ standing, standings, timeFormat, followed, here, onChange }: Props) {
  const { driver, class_code, class_position, total, runs, runs_left } = standing
  const name = driver.driver_name
  const { highlights, unread } = useEntry(name)
  const inBrowser = useInBrowser()
  const words = completedWords(standing, countingOf(standings.event, standings.courses))
  return (
    <li className={mine.entry} data-driver={name}>
      <span>
        <a className={mine.driver} href={sheetAddress(here, name)} data-sheet={name}>
          <bdi>{displayName(driver)}</bdi>
        </a>
        <ProgressBadge progress={highlights.progress} timeFormat={timeFormat} />
        <UnreadMark name={name} unread={unread} />
      </span>
      <span className={mine.position}>
        {[class_position ? formatPosition(class_position) : entryStatus(driver), class_code].filter(Boolean).join(' ')}
      </span>
      <span className={mine.time}>
        {total === undefined ? noTotalWords(standing) : formatTime(total, timeFormat)}
        {words !== '' && <span className={mine.completed}> {words}</span>}
      </span>
      <span className={mine.next}>
        <span>
          <NextRequiredTime standing={standing} standings={standings} />
        </span>
        {runs_left !== undefined && <span className={mine.left}>{runsLeftWords(runs_left)}</span>}
      </span>
      {/* Before the runs, whose columns are as wide as it leaves them: they do not move when it arrives. */}
      <button type="button" className={mine.button} onClick={() => onChange(name)}>
        {followed ? 'Unfollow' : 'Follow again'}
        <span className="visually-hidden"> {displayName(driver)}</span>
      </button>
      <div className={mine.runs}>
        {(driver.heat || driver.run_order) && (
          // Its line is there without a text too: the height of the row stays.
          <p className={mine.completed}>
            {lineRoom}
            {inBrowser && <nextStart.Part standing={standing} />}
          </p>
        )}
        <RunList runs={runs} timeFormat={timeFormat} highlights={highlights} />
      </div>
    </li>
  )
}
