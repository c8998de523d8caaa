import type { News } from '../../../lib/day/news.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import { formatTime, parseRun } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { runOutcome } from '../../../lib/wording/run-outcome.ts'
import { penaltyWords } from '../../../lib/wording/run-words.ts'
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
        {clock()} <span className={styles.penalty}>{penalty()}</span>
      </p>
      <p className={styles.change} data-kind={kind}>
        {positions > 0 && <span aria-hidden="true">▲{positions} </span>}
        {kind === 'no_better' && <span aria-hidden="true">= </span>}
        {[words, withoutPlace(standing)].filter(Boolean).join(', ')}
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

  function clock(): string {
    const run = parseRun(last.text)
    if (run.kind === 'timed') return formatTime(run.raw, event.time_format)
    if (run.kind === 'no_time') return run.reason
    return run.kind === 'rerun' ? 'Rerun' : last.text
  }

  function penalty(): string {
    const run = parseRun(last.text)
    if (run.kind !== 'timed') return ''
    const words = penaltyWords(run)
    return words === '' ? 'clean' : `+ ${words}`
  }
}

/** Why an entry takes no place; undefined for one that does. */
function withoutPlace({ counts, driver }: Standing): string | undefined {
  if (counts) return undefined
  const status = entryStatus(driver)
  return status === undefined ? 'time only' : statusWords[status]
}
