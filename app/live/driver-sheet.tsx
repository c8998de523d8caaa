import { useEffect, useRef } from 'react'
import { classKey } from '../../lib/class-code.ts'
import type { ClassStanding } from '../../lib/class-standing.ts'
import { couldHave } from '../../lib/could-have.ts'
import { displayName } from '../../lib/driver.ts'
import type { Event } from '../../lib/event.ts'
import { foldText } from '../../lib/fold-text.ts'
import { isSafe, needs } from '../../lib/needs.ts'
import type { News } from '../../lib/news.ts'
import { formatPlace } from '../../lib/ordinal.ts'
import { formatTime } from '../../lib/run.ts'
import type { Standing } from '../../lib/standing.ts'
import type { Standings } from '../../lib/standings.ts'
import styles from './driver-sheet.module.css'
import { NewsList } from './news-list.tsx'
import { RunTable } from './run-table.tsx'
import { sheetAddress } from './sheet-address.ts'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly event: Event
  /** What happened to this entry, newest first. */
  readonly news: readonly News[]
  readonly clockOffset: number
  readonly starred: boolean
  readonly onStar: (name: string) => void
  /** The query of the page below. */
  readonly here: string
  readonly onClose: () => void
}

/** Everything about one entry. A dialog over the page; without JavaScript it stands above the results. */
export function DriverSheet({ standing, standings, event, news, clockOffset, starred, onStar, here, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    // The server rendered it open, which is not yet on top of the page.
    dialog.current?.close()
    dialog.current?.showModal()
  }, [])
  const { driver } = standing
  const group = standings.classes.find(({ entries }) => entries.includes(standing))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape and the Close link
    <dialog
      ref={dialog}
      open
      className={styles.sheet}
      aria-labelledby="sheet-name"
      onCancel={onClose}
      onClick={(event) => {
        // Beside the sheet: its own box holds all that it shows.
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.box}>
        <header className={styles.top}>
          <h2 id="sheet-name" className={styles.name}>
            <bdi>{displayName(driver)}</bdi>
          </h2>
          <button
            type="button"
            className={styles.button}
            aria-pressed={starred}
            onClick={() => onStar(driver.driver_name)}
          >
            {starred ? '★ Following' : '☆ Follow'}
          </button>
          <a
            className={styles.button}
            href={`/live${here}`}
            onClick={(event) => {
              event.preventDefault()
              onClose()
            }}
          >
            Close
          </a>
        </header>
        <p className={styles.entry}>
          {[standing.class_code, driver.number && `#${driver.number}`, driver.car].filter(Boolean).join(' · ')}
        </p>
        <Places standing={standing} event={event} group={group} />
        <RunTable standing={standing} event={event} />
        {!standing.counts && <p>Time only: counts for no place and no trophy.</p>}
        {group && standing.counts && <Chances standing={standing} group={group} event={event} />}
        {news.length > 0 && (
          <section>
            <h3 className={styles.heading}>What happened</h3>
            <NewsList news={news} standings={standings} event={event} clockOffset={clockOffset} here={here} />
          </section>
        )}
        <OtherEntries standing={standing} standings={standings} here={here} />
      </div>
    </dialog>
  )
}

function Places({
  standing,
  event,
  group,
}: {
  readonly standing: Standing
  readonly event: Event
  readonly group: ClassStanding | undefined
}) {
  const { class_position, pax_position, raw_position, total, indexed, runs_left } = standing
  const time = (value: number | undefined) => value !== undefined && formatTime(value, event.time_format)
  const facts: readonly (readonly [string, string | false | undefined])[] = [
    [
      'Class',
      class_position &&
        `${formatPlace(class_position)} of ${group?.entries.filter(({ counts }) => counts).length ?? 0}`,
    ],
    ['PAX', pax_position && formatPlace(pax_position)],
    ['Raw', raw_position && formatPlace(raw_position)],
    ['Time', total === undefined ? 'no time' : time(total)],
    ['Indexed', time(indexed)],
    ['Runs left', runs_left !== undefined && String(runs_left)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** What the next run can change, and what cones have cost. */
function Chances({
  standing,
  group,
  event,
}: {
  readonly standing: Standing
  readonly group: ClassStanding
  readonly event: Event
}) {
  const wanted = needs(standing, group.entries, group.ranked_by, event)
  const clean = couldHave(standing, group.entries, group.ranked_by, event)
  const time = (value: number) => formatTime(value, event.time_format)
  return (
    <section>
      <h3 className={styles.heading}>What it takes</h3>
      {isSafe(standing, group.entries) && <p>Safe: nobody behind has a run left.</p>}
      {wanted.length === 0 && standing.class_position?.place === 1 && <p>Leads the class.</p>}
      {wanted.length === 0 && standing.runs_left === 0 && <p>No runs left.</p>}
      <ul className={styles.needs}>
        {wanted.map(({ rival, position, run, improvement }) => (
          <li key={position.place}>
            <strong>{formatPlace(position)}</strong>{' '}
            {run === undefined ? 'any clean run' : `${time(run)} or faster, clean`}
            {improvement !== undefined && improvement > 0 && ` (${time(improvement)} better)`}
            {', to pass '}
            <bdi>{displayName(rival.driver)}</bdi>
          </li>
        ))}
      </ul>
      {clean && (
        <p>
          Without penalties: {time(clean.total)}
          {clean.position && `, ${formatPlace(clean.position)} in class`}.
        </p>
      )}
    </section>
  )
}

/** One person in several cars or classes: told by the name that people read. */
function OtherEntries({
  standing,
  standings,
  here,
}: {
  readonly standing: Standing
  readonly standings: Standings
  readonly here: string
}) {
  const name = foldText(displayName(standing.driver))
  const others = standings.raw.filter((entry) => entry !== standing && foldText(displayName(entry.driver)) === name)
  if (others.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>Also entered</h3>
      <ul className={styles.needs}>
        {others.map(({ driver, class_code, class_position }) => (
          <li key={driver.driver_name}>
            <a href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
              {class_code} {driver.number && `#${driver.number}`}
            </a>
            {class_position && `, ${formatPlace(class_position)}`}
            {classKey(class_code) === classKey(standing.class_code) && ' (the same class)'}
          </li>
        ))}
      </ul>
    </section>
  )
}
