import { nextToRun } from '../../../lib/chances/run-order.ts'
import { classOf } from '../../../lib/standings/class-of.ts'
import { formatAge } from '../../../lib/wording/age.ts'
import { useServerNow } from '../browser/use-server-now.ts'
import { NewsList } from '../latest/news-list.tsx'
import type { LatestViewProps } from '../views/view-props.ts'
import { AnnouncerBefore } from './announcer-before.tsx'
import { AnnouncerClass } from './announcer-class.tsx'
import { AnnouncerLast } from './announcer-last.tsx'
import { AnnouncerNext } from './announcer-next.tsx'
import { AnnouncerTop } from './announcer-top.tsx'
import styles from './announcer-view.module.css'

/** How many starters are listed: as many as an announcer can speak of between two cars. */
const mostNext = 5

/**
 * For the announcer: the last car that finished with the outcome of its run, its class, the fastest of all, the next
 * starters where the file has a run order, and the runs before. An update moves none of these parts.
 */
export function AnnouncerView({ news, standings, event, clockOffset, here }: LatestViewProps) {
  const runs = news.filter(({ kind, driver_name }) => kind === 'run' && standings.by_name.has(driver_name))
  const [last, ...before] = runs
  const now = useServerNow(last?.at ?? 0, clockOffset)
  const standing = last && standings.by_name.get(last.driver_name)
  if (!last || !standing) return <AnnouncerBefore standings={standings} here={here} />
  const group = classOf(standings, standing)
  const next = nextToRun(standings, standing, mostNext)
  return (
    <div className={styles.desk}>
      <AnnouncerLast last={last} standing={standing} standings={standings} />
      <div className={styles.side}>
        {group && <AnnouncerClass group={group} standing={standing} standings={standings} here={here} />}
        <AnnouncerTop standings={standings} here={here} />
      </div>
      <div>
        <AnnouncerNext title="Next in run order" next={next} event={event} here={here} />
        <section aria-label="Before">
          <h3 className={styles.heading}>
            Before <span className={styles.age}>last car {formatAge(now - last.at)}</span>
          </h3>
          <NewsList news={before.slice(0, 8)} standings={standings} event={event} here={here} />
        </section>
      </div>
    </div>
  )
}
