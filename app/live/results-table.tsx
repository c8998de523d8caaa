import type { Event } from '../../lib/event.ts'
import type { SortBy } from '../../lib/sort.ts'
import type { Standing } from '../../lib/standing.ts'
import { formatChoice, readSort, type ViewChoice } from '../../lib/view-choice.ts'
import { SortableHeader } from '../table/sortable-header.tsx'
import type { ResultColumn } from './result-columns.ts'
import { ResultRow } from './result-row.tsx'
import styles from './results-table.module.css'

interface Props {
  /** Says what the table is, to those who cannot see where it stands. */
  readonly label: string
  readonly rows: readonly Standing[]
  readonly columns: readonly ResultColumn[]
  readonly event: Event
  readonly choice: ViewChoice
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  /** The order that is shown: the reader's, or the view's own. */
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
  /** aligned: the same widths in every table of the page. wide: as wide as it needs, scrolling sideways. */
  readonly layout: 'aligned' | 'wide'
}

/** A table of results: a real table, sortable by every heading. On a phone each entry takes three short lines. */
export function ResultsTable({ label, rows, columns, event, choice, stars, sort, onSort, layout }: Props) {
  const linkOf = (text: string) => `/live${formatChoice({ ...choice, sort: readSort(text) })}`
  // The rows' own links leave out what changes with every key that is pressed: it would render them all.
  const here = formatChoice({ ...choice, driver: '', search: '', sort: [] })
  return (
    <table className={layout === 'aligned' ? styles.aligned : styles.wide} aria-label={label}>
      <thead className={styles.head}>
        <tr>
          {columns.map((column) => (
            <SortableHeader key={column.attribute} {...column} sort={sort} onSort={onSort} linkOf={linkOf} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((standing) => (
          <ResultRow
            key={standing.driver.driver_name}
            standing={standing}
            columns={columns}
            timeFormat={event.time_format}
            starred={stars.has(standing.driver.driver_name)}
            here={here}
          />
        ))}
      </tbody>
    </table>
  )
}
