import type { News } from '../../../lib/day/news.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { runClock, runPenalties } from '../../../lib/wording/run-clock.ts'
import { runOutcome } from '../../../lib/wording/run-outcome.ts'
import { withoutPlaceWords } from '../../../lib/wording/without-place-words.ts'
import { NextRequiredTime } from '../entry/next-required-time.tsx'
import { RunList } from '../entry/run-list.tsx'
import { runsLeftWords } from '../entry/runs-left.ts'
import { AnnouncerName } from './announcer-name.tsx'
import styles from './announcer-view.module.css'

interface Props {
  readonly last: News
  readonly standing: Standing
  readonly standings: Standings
}

/** The last car that finished, large: its run, what that did, and what it needs next. Each line has a fixed place. */
export function AnnouncerLast({ last, standing, standings }: Props) {
  const { event } = standings
  const { driver, class_code, runs_left } = standing
  const { kind, words } = runOutcome(last, event)
  const { positions } = progressOf(last)
  return (
    <section className={styles.last} aria-label="Last car">
      <p className={styles.who}>
        {class_code} {driver.number && `#${driver.number}`} {driver.car && <bdi>{driver.car}</bdi>}
      </p>
      <AnnouncerName driver={driver} />
      <p className={styles.run}>
        {runClock(last.text, event.time_format)} <span className={styles.penalty}>{runPenalties(last.text)}</span>
      </p>
      <p className={styles.change} data-kind={kind}>
        {positions > 0 && <span aria-hidden="true">▲{positions} </span>}
        {kind === 'no_better' && <span aria-hidden="true">= </span>}
        {[words, withoutPlaceWords(standing)].filter(Boolean).join(', ')}
      </p>
      <p className={styles.who}>{[`run ${last.run + 1}`, runsLeftWords(runs_left)].filter(Boolean).join(' · ')}</p>
      <p className={styles.who}>
        <NextRequiredTime standing={standing} standings={standings} />
      </p>
      <div className={styles.runs}>
        <RunList runs={standing.runs} timeFormat={event.time_format} />
      </div>
    </section>
  )
}
