import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { countingIn, type ResultColumn } from '../../../lib/reader/result-columns.ts'
import { runOf } from '../../../lib/reader/run-of.ts'
import { displayName, sameDriver } from '../../../lib/record/driver.ts'
import type { TimeFormat } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { sheetAddress } from '../entry/sheet-address.ts'
import { StarButton } from '../entry/star-button.tsx'
import { UnreadMark } from '../entry/unread-mark.tsx'
import { useEntry } from '../entry/use-entry.ts'
import { flash } from '../results/flash.ts'
import { RunCell } from './run-cell.tsx'
import { WideCell } from './wide-cell.tsx'
import styles from './wide-table.module.css'

interface Props {
  /** The entry's driver_name. */
  readonly name: string
  readonly columns: readonly ResultColumn[]
  readonly sticky: ReadonlyMap<string, number>
  readonly timeFormat: TimeFormat
  readonly starred: boolean
  /** The query of the page's address, to which the link to the driver's sheet adds. */
  readonly here: string
  readonly gone: boolean
  /** Only in a windowed list: as in ResultRow. */
  readonly index?: number | undefined
  readonly rowIndex?: number | undefined
  readonly measure?: ((element: Element | null) => void) | undefined
}

/** One entry in the wide table. Renders again only when its standing, highlights or unread mark change. */
export const WideRow = memo(function WideRow(props: Props) {
  const { name, columns, sticky, timeFormat, starred, here, gone, index, rowIndex, measure } = props
  const { standing: newest, highlights, unread } = useEntry(name)
  const [lastHere, setLastHere] = useState(newest)
  if (!gone && lastHere !== newest) setLastHere(newest)
  const standing = gone ? (lastHere ?? newest) : newest
  const driver = standing?.driver
  const row = useRef<HTMLTableRowElement>(null)
  const seen = useRef(driver)
  useEffect(() => {
    const isChanged = seen.current && driver && !sameDriver(seen.current, driver)
    seen.current = driver
    return isChanged ? flash(row.current) : undefined
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
      data-starred={starred ? '' : undefined}
      data-index={index}
      aria-rowindex={rowIndex}
    >
      {columns.map(({ attribute, numeric, place }, column) => {
        const star = column === 0 && !gone && (
          <StarButton driver={name} name={displayName(standing.driver)} starred={starred} />
        )
        const cell = { 'data-column': attribute, 'data-sticky': sticky.get(attribute) }
        if (attribute === 'driver') {
          return (
            <th key={attribute} scope="row" {...cell} data-entry={entryText(standing)}>
              {star}
              {gone ? (
                <bdi>{displayName(standing.driver)}</bdi>
              ) : (
                <a className={styles.driver} href={sheetAddress(here, name)} data-sheet={name}>
                  <bdi>{displayName(standing.driver)}</bdi>
                </a>
              )}
              {gone && <span className={styles.gone}> no longer in the list</span>}
              <ProgressBadge progress={highlights.progress} timeFormat={timeFormat} short />
              <UnreadMark name={name} unread={unread} />
            </th>
          )
        }
        return (
          <td key={attribute} className={numeric ? styles.numeric : undefined} {...cell}>
            {star}
            {place ? (
              <RunCell
                run={runOf(standing, attribute)}
                highlight={highlights.runs.find((one) => one.course === place.course && one.run === place.run)}
                timeFormat={timeFormat}
              />
            ) : (
              <WideCell
                attribute={attribute}
                standing={standing}
                highlights={highlights}
                counting={counting}
                timeFormat={timeFormat}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
})

/** `SM #44`: what a phone shows below the name, since it has no room for the columns of class and number. */
function entryText({ class_code, driver }: Standing): string {
  return [class_code, driver.number && `#${driver.number}`].filter(Boolean).join(' ')
}
