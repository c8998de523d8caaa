import { displayName } from '../../../lib/record/driver.ts'
import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { type Counting, countingOf } from '../../../lib/scoring/counting.ts'
import type { Measure, Position } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { completedWords, gapWords } from '../../../lib/wording/completed-words.ts'
import { noTotalWords } from '../../../lib/wording/no-total-words.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { RunList } from '../entry/run-list.tsx'
import { useEntry } from '../entry/use-entry.ts'
import type { KioskPage } from './kiosk-pages.ts'
import styles from './kiosk-table.module.css'

interface Props {
  readonly page: KioskPage
  readonly event: Event
  /** The courses or days of the list. */
  readonly courses: number
}

/** In characters: the longest time that fits into the narrow column. */
const shortTime = '103.769'.length

/** One page of the big screen: a row for each entry; a narrow screen hides some columns. */
export function KioskTable({ page, event, courses }: Props) {
  const { title, part, parts, entries, rows, ranked_by } = page
  const counting = countingOf(event, courses)
  const hasLongTimes = rows.some((row) => timeText(row, ranked_by, event).length > shortTime)
  const heading = parts > 1 ? `${title}, ${part} of ${parts}` : title
  return (
    <section className={styles.page}>
      <h2 className={styles.heading}>
        <span className={styles.title}>{title}</span>
        <span className={styles.count}>
          {entries === 1 ? '1 entry' : `${entries} entries`}
          {parts > 1 && ` · ${part} of ${parts}`}
        </span>
      </h2>
      <table className={styles.table} aria-label={heading} data-long={hasLongTimes || undefined}>
        <thead className={styles.head}>
          <tr>
            <th scope="col" className={styles.position}>
              <span className="visually-hidden">Pos</span>
            </th>
            <th scope="col" className={styles.number}>
              <span className="visually-hidden">Number</span>
            </th>
            <th scope="col" className={styles.driver}>
              <span className="visually-hidden">Driver</span>
            </th>
            <th scope="col" className={styles.car}>
              <span className="visually-hidden">Car</span>
            </th>
            {counting && (
              <th scope="col" className={styles.completed}>
                <span className="visually-hidden">Counted</span>
              </th>
            )}
            <th scope="col" className={styles.time}>
              <span className="visually-hidden">{ranked_by === 'indexed' ? 'PAX' : 'Time'}</span>
            </th>
            <th scope="col" className={styles.gap}>
              <span className="visually-hidden">Gap</span>
            </th>
            <th scope="col" className={styles.runs}>
              <span className="visually-hidden">Runs</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((standing) => (
            <Row key={standing.driver.driver_name} standing={standing} page={page} event={event} counting={counting} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  standing,
  page,
  event,
  counting,
}: {
  readonly standing: Standing
  readonly page: KioskPage
  readonly event: Event
  readonly counting: Counting | undefined
}) {
  const { by, ranked_by } = page
  const { driver, class_code, trophy } = standing
  const { highlights } = useEntry(driver.driver_name)
  const position = positionOf(standing, by)
  const shownStatus = position ? undefined : entryStatus(driver)
  return (
    <tr className={styles.row} data-driver={driver.driver_name}>
      <td className={shownStatus ? `${styles.position} ${styles.status}` : styles.position}>
        {shownStatus ? <abbr title={statusWords[shownStatus]}>{shownStatus}</abbr> : position?.place}
        <span className={styles.marks}>
          {position?.shared && '='}
          {by === 'class' && trophy && <span className={styles.trophy}>T</span>}
        </span>
      </td>
      <td className={styles.number}>{[by !== 'class' && class_code, driver.number].filter(Boolean).join(' ')}</td>
      <th scope="row" className={styles.driver}>
        <bdi>{displayName(driver)}</bdi>
        <ProgressBadge progress={highlights.progress} timeFormat={event.time_format} short />
      </th>
      <td className={styles.car}>{driver.car}</td>
      {counting && <td className={styles.completed}>{completedWords(standing, counting)}</td>}
      <td className={styles.time}>{timeText(standing, ranked_by, event)}</td>
      <td className={styles.gap}>{by === 'class' && gapWords(standing, counting, event.time_format)}</td>
      <td className={styles.runs}>
        <RunList runs={standing.runs} timeFormat={event.time_format} highlights={highlights} />
      </td>
    </tr>
  )
}

function timeText(standing: Standing, by: Measure, event: Event): string {
  const time = by === 'indexed' ? standing.indexed : standing.total
  return time === undefined ? noTotalWords(standing) : formatTime(time, event.time_format)
}

function positionOf(standing: Standing, by: KioskPage['by']): Position | undefined {
  return { class: standing.class_position, pax: standing.pax_position, raw: standing.raw_position }[by]
}
