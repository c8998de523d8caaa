import { memo, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { countingIn, type ResultColumn, slotOf } from '../../../lib/reader/result-columns.ts'
import { displayName, sameDriver } from '../../../lib/record/driver.ts'
import type { TimeFormat } from '../../../lib/record/run.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import { StarButton } from '../entry/star-button.tsx'
import { UnreadMark } from '../entry/unread-mark.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { flash } from './flash.ts'
import { HeldStandings } from './held-standings.ts'
import { positionIn, ResultCell } from './result-cell.tsx'
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
  const held = useContext(HeldStandings)?.by_name.get(name)
  if (!standing) return null
  const ranked = columns.find((column) => slotOf(column) === 'position')?.attribute ?? ''
  const now = held && nowWords(positionIn(held, ranked), positionIn(standing, ranked))
  const counting = countingIn(columns)
  return (
    <tr
      ref={attach}
      className={styles.row}
      data-driver={name}
      data-index={index}
      data-starred={starred ? '' : undefined}
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
            {gone && <span className={styles.gone}> no longer in the list</span>}
            <span className={styles.badges}>
              {now ?? <ProgressBadge progress={highlights.progress} timeFormat={timeFormat} short />}
            </span>
            <UnreadMark name={name} unread={unread} />
          </th>
        ) : (
          <td
            key={attribute}
            className={numeric ? styles.numeric : styles.cell}
            data-column={attribute}
            data-slot={slot}
          >
            {slot === 'position' && <StarButton driver={name} name={displayName(standing.driver)} starred={starred} />}
            <ResultCell
              standing={standing}
              held={held}
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

/** `now 9` beside a place that is no longer true; undefined while it is. */
function nowWords(held: Position | undefined, newest: Position | undefined): string | undefined {
  return held?.place === newest?.place ? undefined : `now ${newest?.place ?? '–'}`
}
