import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { countingIn, type ResultColumn, slotOf } from '../../../lib/reader/result-columns.ts'
import { displayName, sameDriver } from '../../../lib/record/driver.ts'
import { entryStatus, statusWords } from '../../../lib/record/entry-status.ts'
import { formatTime, type TimeFormat } from '../../../lib/record/run.ts'
import type { EntryHighlights } from '../../../lib/results/entry-highlights.ts'
import type { Counting } from '../../../lib/scoring/counting.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { attributeOf } from '../../../lib/table/sort.ts'
import { completedText, completedWords, gapWords } from '../../../lib/wording/completed-words.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { RunList } from '../entry/run-list.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import { UnreadMark } from '../entry/unread-mark.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { flash } from './flash.ts'
import styles from './result-row.module.css'

interface Props {
  /** The entry's driver_name. */
  readonly name: string
  readonly columns: readonly ResultColumn[]
  readonly timeFormat: TimeFormat
  /** The reader follows this entry. */
  readonly starred: boolean
  /** The query of the page's address, to which the link to the driver's sheet adds. */
  readonly here: string
  /** The shown list no longer has the entry; its row remains until the newest order is shown. */
  readonly gone: boolean
  /** Only in a windowed list: the index of the item in the list, its aria-rowindex, and the ref that measures it. */
  readonly index?: number | undefined
  readonly rowIndex?: number | undefined
  readonly measure?: ((element: Element | null) => void) | undefined
}

/** One entry, with its newest standing, highlights and unread mark. Renders again only when one of them changes. */
export const ResultRow = memo(function ResultRow(props: Props) {
  const { name, columns, timeFormat, starred, here, gone, index, rowIndex, measure } = props
  const { standing: newest, highlights, unread } = useEntry(name)
  const [lastHere, setLastHere] = useState(newest)
  if (!gone && lastHere !== newest) setLastHere(newest)
  // A gone entry may be in another class now: its row shows the last standing that it had here.
  const standing = gone ? (lastHere ?? newest) : newest
  const driver = standing?.driver
  const row = useRef<HTMLTableRowElement>(null)
  const seen = useRef(driver)
  const stopFlash = useRef<() => void>(undefined)
  useEffect(() => {
    // A position that another entry changed is no change of this record: the row does not flash.
    if (seen.current && driver && !sameDriver(seen.current, driver)) {
      stopFlash.current?.()
      stopFlash.current = flash(row.current)
    }
    seen.current = driver
  }, [driver])
  const attach = useCallback(
    (element: HTMLTableRowElement | null) => {
      row.current = element
      measure?.(element)
    },
    [measure],
  )
  if (!standing) return null
  const counting = countingIn(columns)
  return (
    <tr
      ref={attach}
      className={styles.row}
      data-driver={name}
      data-index={index}
      data-courses={index === undefined ? coursesDriven(standing) : undefined}
      aria-rowindex={rowIndex}
    >
      {columns.map((column) => {
        const { attribute, numeric } = column
        const slot = slotOf(column)
        return attribute === 'driver' ? (
          <th key={attribute} scope="row" className={styles.cell} data-column={attribute} data-slot={slot}>
            {gone ? (
              <bdi>{displayName(standing.driver)}</bdi>
            ) : (
              <a className={styles.driver} href={sheetAddress(here, name)} data-sheet={name}>
                <bdi>{displayName(standing.driver)}</bdi>
              </a>
            )}
            {starred && (
              <abbr className={styles.star} title="you follow">
                ★
              </abbr>
            )}
            {gone && <span className={styles.gone}> no longer in the list</span>}
            <ProgressBadge progress={highlights.progress} timeFormat={timeFormat} short />
            <UnreadMark name={name} unread={unread} />
          </th>
        ) : (
          <td
            key={attribute}
            className={numeric ? styles.numeric : styles.cell}
            data-column={attribute}
            data-slot={slot}
          >
            <Cell
              standing={standing}
              highlights={highlights}
              attribute={attribute}
              counting={counting}
              timeFormat={timeFormat}
            />
          </td>
        )
      })}
    </tr>
  )
})

/** The number of lines that the runs take, at most 3; undefined for one line, the default of the style sheet. */
function coursesDriven({ runs }: Standing): number | undefined {
  const lines = Math.min(3, runs.filter((course) => course.length > 0).length)
  return lines === 1 ? undefined : lines
}

interface CellProps {
  readonly standing: Standing
  readonly highlights: EntryHighlights
  readonly attribute: string
  readonly counting: Counting | undefined
  readonly timeFormat: TimeFormat
}

function Cell({ standing, highlights, attribute, counting, timeFormat }: CellProps) {
  const time = (value: number | undefined) => (value === undefined ? '' : formatTime(value, timeFormat))
  switch (attribute) {
    case 'position':
      return standing.class_position ? (
        <PositionCell position={standing.class_position} trophy={standing.trophy} />
      ) : (
        <StatusCell standing={standing} />
      )
    case 'raw_position':
      return <PositionCell position={standing.raw_position} trophy={false} />
    case 'pax_position':
      return <PositionCell position={standing.pax_position} trophy={false} />
    case 'total':
      return <TotalCell standing={standing} counting={counting} timeFormat={timeFormat} />
    case 'indexed':
      return time(standing.indexed)
    case 'gap':
      return gapWords(standing, counting, timeFormat)
    case 'completed':
      return counting && completedText(standing, counting)
    case 'runs':
      return <RunList runs={standing.runs} timeFormat={timeFormat} highlights={highlights} />
    default:
      return <bdi>{String(attributeOf(standing.driver, attribute) ?? '')}</bdi>
  }
}

/** The time; on a phone, where no column counts laps or courses, also how many it has. */
function TotalCell({ standing, counting, timeFormat }: Pick<CellProps, 'standing' | 'counting' | 'timeFormat'>) {
  const words = completedWords(standing, counting)
  return (
    <>
      {standing.total === undefined ? (
        <span className={words ? styles.incomplete : styles.none}>{words ? 'no total' : 'no time'}</span>
      ) : (
        formatTime(standing.total, timeFormat)
      )}
      {words && <span className={styles.completed}> {words}</span>}
    </>
  )
}

/** `DSQ` in the place of a position that the entry does not take. */
function StatusCell({ standing }: { readonly standing: Standing }) {
  const status = entryStatus(standing.driver)
  return status && <abbr title={statusWords[status]}>{status}</abbr>
}

/** `1T`: first, with a trophy. `2=`: second, shared. */
function PositionCell({ position, trophy }: { readonly position: Position | undefined; readonly trophy: boolean }) {
  if (!position) return null
  return (
    <>
      {position.place}
      <span className={styles.marks}>
        {position.shared && <abbr title="shared">=</abbr>}
        {trophy && (
          <abbr className={styles.trophy} title="trophy">
            T
          </abbr>
        )}
      </span>
    </>
  )
}
