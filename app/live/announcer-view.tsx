import { formatAge } from '../../lib/age.ts'
import { displayName } from '../../lib/driver.ts'
import type { News } from '../../lib/news.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import styles from './announcer-view.module.css'
import empty from './class-view.module.css'
import type { LatestViewProps } from './latest-view.tsx'
import { NewsList } from './news-list.tsx'
import { useServerNow } from './use-server-now.ts'

/** For who speaks to the crowd: the last car that finished, large, with what it changed; before it, those before. */
export function AnnouncerView({ news, standings, event, clockOffset, here }: LatestViewProps) {
  const [last, ...before] = news.filter(({ kind }) => kind === 'run')
  const now = useServerNow(last?.at ?? 0, clockOffset)
  const standing = last && standings.by_name.get(last.driver_name)
  if (!last || !standing) return <p className={empty.nobody}>Waiting for the next car to finish.</p>
  const { driver, class_code, gap_to_first, runs_left } = standing
  const ahead = gap_to_first === undefined ? undefined : `+${formatTime(gap_to_first, event.time_format)} to first`
  return (
    <>
      <section className={styles.last}>
        <p className={styles.who}>
          {class_code} {driver.number && `#${driver.number}`}{' '}
          <span className={styles.age}>{formatAge(now - last.at)}</span>
        </p>
        <h2 className={styles.name}>
          <bdi>{displayName(driver)}</bdi>
        </h2>
        <p className={styles.run}>{last.text}</p>
        <p className={styles.change}>{[placeChange(last), bettered(last), ahead].filter(Boolean).join(' · ')}</p>
        <p className={styles.who}>
          {[`run ${last.run + 1}`, driver.car, runs_left !== undefined && `${runs_left} left`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </section>
      <NewsList news={before.slice(0, 8)} standings={standings} event={event} clockOffset={clockOffset} here={here} />
    </>
  )

  function bettered({ before: { total }, after }: News): string | undefined {
    if (after.total === undefined || total === after.total) return undefined
    if (total === undefined) return 'first time'
    return `${total > after.total ? '−' : '+'}${formatTime(Math.abs(total - after.total), event.time_format)}`
  }
}

function placeChange({ before, after }: News): string | undefined {
  if (!after.position) return undefined
  if (!before.position || before.position.place === after.position.place)
    return `${formatPlace(after.position)} in class`
  return `${formatPlace(before.position)} → ${formatPlace(after.position)} in class`
}
