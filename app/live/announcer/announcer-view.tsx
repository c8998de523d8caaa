import { nextToRun } from '../../../lib/chances/run-order.ts'
import { progressOf } from '../../../lib/day/progress.ts'
import { displayName } from '../../../lib/record/driver.ts'
import { formatTime, parseRun } from '../../../lib/record/run.ts'
import { classOf } from '../../../lib/standings/class-of.ts'
import { formatAge } from '../../../lib/wording/age.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { penaltyWords } from '../../../lib/wording/run-words.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import { NextRequiredTime } from '../entry/next-required-time.tsx'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { runsLeftWords } from '../entry/runs-left.ts'
import { NewsList } from '../latest/news-list.tsx'
import empty from '../results/result-section.module.css'
import type { LatestViewProps } from '../views/view-props.ts'
import { AnnouncerClass } from './announcer-class.tsx'
import { AnnouncerNext } from './announcer-next.tsx'
import styles from './announcer-view.module.css'

/**
 * For the announcer: the last car that finished with the outcome of its run, its class, the next starters where the
 * file has a run order, and the runs before. Each part has a fixed position, so that an update moves none of them.
 */
export function AnnouncerView({ news, standings, event, clockOffset, here }: LatestViewProps) {
  const runs = news.filter(({ kind, driver_name }) => kind === 'run' && standings.by_name.has(driver_name))
  const [last, ...before] = runs
  const now = useServerNow(last?.at ?? 0, clockOffset)
  const standing = last && standings.by_name.get(last.driver_name)
  if (!last || !standing) return <p className={empty.nobody}>Waiting for the next car to finish.</p>
  const { driver, class_code, runs_left } = standing
  const group = classOf(standings, standing)
  const next = nextToRun(standings, standing, 2)
  const positions =
    last.before.position && last.after.position && last.before.position.place !== last.after.position.place
      ? `${formatPosition(last.before.position)} → ${formatPosition(last.after.position)}`
      : last.after.position && formatPosition(last.after.position)
  return (
    <div className={styles.desk}>
      <section className={styles.last} aria-label="Last car">
        <p className={styles.who}>
          {class_code} {driver.number && `#${driver.number}`} {driver.car && <bdi>{driver.car}</bdi>}
        </p>
        <h2 className={styles.name}>
          <bdi>{displayName(driver)}</bdi>
        </h2>
        <p className={styles.run}>
          {clock()} <span className={styles.penalty}>{penalty()}</span>
        </p>
        <p className={styles.change}>
          {positions ? `${positions} in class` : 'no place yet'}
          <ProgressBadge progress={progressOf(last)} timeFormat={event.time_format} />
        </p>
        <p className={styles.who}>{[`run ${last.run + 1}`, runsLeftWords(runs_left)].filter(Boolean).join(' · ')}</p>
        <p className={styles.who}>
          <NextRequiredTime standing={standing} standings={standings} />
        </p>
      </section>
      <div className={styles.side}>
        {group && <AnnouncerClass group={group} standing={standing} standings={standings} here={here} />}
        <AnnouncerNext next={next} event={event} here={here} />
      </div>
      <section aria-label="Before">
        <h3 className={styles.heading}>
          Before <span className={styles.age}>last car {formatAge(now - last.at)}</span>
        </h3>
        <NewsList news={before.slice(0, 8)} standings={standings} event={event} here={here} />
      </section>
    </div>
  )

  function clock(): string {
    const run = parseRun(last?.text ?? '')
    if (run.kind === 'timed') return formatTime(run.raw, event.time_format)
    if (run.kind === 'no_time') return run.reason
    return run.kind === 'rerun' ? 'Rerun' : (last?.text ?? '')
  }

  function penalty(): string {
    const run = parseRun(last?.text ?? '')
    if (run.kind !== 'timed') return ''
    const words = penaltyWords(run)
    return words === '' ? 'clean' : `+ ${words}`
  }
}
