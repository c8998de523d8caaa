import { memo, useMemo } from 'react'
import { type ResultColumn, slotOf } from '../../../lib/reader/result-columns.ts'
import { formatChoice, readSort, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { SortableHeader } from '../../table/sortable-header.tsx'
import type { WindowPart } from './list-window.ts'
import { ResultRow } from './result-row.tsx'
import styles from './results-table.module.css'

/** What all tables of a page have in common. */
export interface TableSettings {
  readonly event: Event
  readonly choice: ViewChoice
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  /** The order that is shown: the reader's, or the view's own. */
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
  /** aligned: the same widths in every table of the page. wide: as wide as it needs, scrolling sideways. */
  readonly layout: 'aligned' | 'wide'
  /** Rows of entries that are no longer in the list, by driver_name. */
  readonly gone: ReadonlySet<string>
}

interface Props extends TableSettings {
  readonly label: string
  /** By driver_name. */
  readonly rows: readonly string[]
  readonly columns: readonly ResultColumn[]
  /** The rows to render, and the room for the others; all of them without it. */
  readonly window?:
    | {
        readonly headIndex: number
        readonly parts: readonly WindowPart[]
        readonly measure: (element: Element | null) => void
      }
    | undefined
}

/** A table of results: a real table, sortable by every heading. On a phone each entry takes three short lines. */
export function ResultsTable({ label, rows, columns, window, ...settings }: Props) {
  const { event, choice, stars, sort, onSort, layout, gone } = settings
  // The rows' own links leave out what changes with every key that is pressed: it would render them all.
  const here = useMemo(() => formatChoice({ ...choice, driver: '', search: '', sort: [] }), [choice])
  const row = (name: string, place?: { index: number; row: number }) => (
    <ResultRow
      key={`row ${name}`}
      name={name}
      columns={columns}
      timeFormat={event.time_format}
      starred={stars.has(name)}
      gone={gone.has(name)}
      here={here}
      index={place?.index}
      // The table's own heading is its first row.
      rowIndex={place && place.row + 2}
      measure={window?.measure}
    />
  )
  return (
    <table
      className={layout === 'aligned' ? styles.aligned : styles.wide}
      aria-label={label}
      aria-rowcount={window && rows.length + 1}
    >
      <ColumnWidths columns={columns} />
      <TableHead
        columns={columns}
        choice={choice}
        sort={sort}
        onSort={onSort}
        index={window?.headIndex}
        measure={window?.measure}
      />
      <tbody data-slots={columns.map(slotOf).join(' ')}>
        {window
          ? window.parts.map((part, place) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: one gap is as good as another
              if (part.kind === 'gap') return <Gap key={`gap ${place}`} size={part.size} columns={columns.length} />
              const name = rows[part.row]
              return name !== undefined && row(name, part)
            })
          : rows.map((name) => row(name))}
      </tbody>
    </table>
  )
}

/**
 * What the style sheet gives a column's width to: read whole before the first heading, which so never moves for a later
 * one.
 */
const ColumnWidths = memo(function ColumnWidths({ columns }: Pick<Props, 'columns'>) {
  return (
    <colgroup>
      {columns.map(({ attribute }) => (
        <col key={attribute} data-column={attribute} />
      ))}
    </colgroup>
  )
})

interface HeadProps extends Pick<TableSettings, 'choice' | 'sort' | 'onSort'> {
  readonly columns: readonly ResultColumn[]
  readonly index: number | undefined
  readonly measure: ((element: Element | null) => void) | undefined
}

/** The headings, which sort. Stays as it is when the results change. */
const TableHead = memo(function TableHead({ columns, choice, sort, onSort, index, measure }: HeadProps) {
  const linkOf = (text: string) => `/live${formatChoice({ ...choice, sort: readSort(text) })}`
  return (
    <thead ref={measure} className={styles.head} data-index={index}>
      <tr aria-rowindex={index === undefined ? undefined : 1}>
        {columns.map((column) => (
          <SortableHeader key={column.attribute} {...column} sort={sort} onSort={onSort} linkOf={linkOf} />
        ))}
      </tr>
    </thead>
  )
})

/**
 * Room for rows that are not rendered. In the same body as the others: a row that has the focus stays the same element.
 */
function Gap({ size, columns }: { readonly size: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot have the focus
    <tr className={styles.gap} aria-hidden="true" style={{ height: size }}>
      <td colSpan={columns} />
    </tr>
  )
}
