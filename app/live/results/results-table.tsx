import { type ComponentType, memo, useMemo } from 'react'
import { type ResultColumn, slotOf } from '../../../lib/reader/result-columns.ts'
import { formatChoice, readSort, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { SortableHeader } from '../../table/sortable-header.tsx'
import type { WindowPart } from './list-window.ts'
import { ResultRow } from './result-row.tsx'
import styles from './results-table.module.css'

/** What all tables of a page share. */
export interface TableSettings {
  readonly event: Event
  readonly choice: ViewChoice
  /** driver_names of the entries that the reader follows. */
  readonly stars: ReadonlySet<string>
  /** The shown order: the reader's choice or the view's default. */
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
  /** In place of ResultsTable. */
  readonly table?: ComponentType<TableProps> | undefined
  /** driver_names of rows whose entries are no longer in the list. */
  readonly gone: ReadonlySet<string>
}

export interface TableProps extends TableSettings {
  readonly label: string
  /** driver_names, in order. */
  readonly rows: readonly string[]
  readonly columns: readonly ResultColumn[]
  /** The rows to render, with gaps for the others; without it all rows are rendered. */
  readonly window?:
    | {
        readonly headIndex: number
        readonly parts: readonly WindowPart[]
        readonly measure: (element: Element | null) => void
      }
    | undefined
}

/** A table of results, sortable by every heading. On a phone each entry takes three short lines. */
export function ResultsTable({ label, rows, columns, window, ...settings }: TableProps) {
  const { event, choice, stars, sort, onSort, gone } = settings
  // Links of rows leave out search and sort: otherwise each key press would render all rows.
  const here = useMemo(() => formatChoice({ ...choice, driver: '', search: '', sort: [] }), [choice])
  const row = (name: string, item?: { index: number; row: number }) => (
    <ResultRow
      key={`row ${name}`}
      name={name}
      columns={columns}
      timeFormat={event.time_format}
      starred={stars.has(name)}
      gone={gone.has(name)}
      here={here}
      index={item?.index}
      // aria-rowindex counts from 1, and the head is row 1.
      rowIndex={item && item.row + 2}
      measure={window?.measure}
    />
  )
  return (
    <table className={styles.aligned} aria-label={label} aria-rowcount={window && rows.length + 1}>
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
          ? window.parts.map((part, index) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no state
              if (part.kind === 'gap') return <Gap key={`gap ${index}`} size={part.size} columns={columns.length} />
              const name = rows[part.row]
              return name !== undefined && row(name, part)
            })
          : rows.map((name) => row(name))}
      </tbody>
    </table>
  )
}

/** Carries the column widths. The browser reads it before the headings, so no heading moves when a later one loads. */
const ColumnWidths = memo(function ColumnWidths({ columns }: Pick<TableProps, 'columns'>) {
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

/** The sortable headings. Does not render when the results change. */
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

/** The space of rows that are not rendered. In the same tbody as the rows, so that a focused row keeps its element. */
function Gap({ size, columns }: { readonly size: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot have the focus
    <tr className={styles.gap} aria-hidden="true" style={{ height: size }}>
      <td colSpan={columns} />
    </tr>
  )
}
