import { memo, useMemo } from 'react'
import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import { formatChoice, readSort, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { SortBy } from '../../../lib/table/sort-by.ts'
import { SortableHeader } from '../../table/sortable-header.tsx'
import type { TableProps } from '../results/results-table.tsx'
import { stickyColumns } from './sticky-columns.ts'
import { WideRow } from './wide-row.tsx'
import styles from './wide-table.module.css'

/** All entries with a column for each run. The name stays in sight while the other columns scroll. */
export function WideTable({ label, rows, columns, window, ...settings }: TableProps) {
  const { event, choice, stars, sort, onSort, gone } = settings
  const here = useMemo(() => formatChoice({ ...choice, driver: '', search: '', sort: [] }), [choice])
  const sticky = useMemo(() => stickyColumns(columns), [columns])
  const row = (name: string, item?: { index: number; row: number }) => (
    <WideRow
      key={`row ${name}`}
      name={name}
      columns={columns}
      sticky={sticky}
      timeFormat={event.time_format}
      starred={stars.has(name)}
      gone={gone.has(name)}
      here={here}
      index={item?.index}
      rowIndex={item && item.row + 2}
      measure={window?.measure}
    />
  )
  return (
    <table className={styles.table} aria-label={label} aria-rowcount={window && rows.length + 1}>
      <colgroup>
        {columns.map(({ attribute, place }) => (
          <col key={attribute} data-column={place ? 'run' : attribute} />
        ))}
      </colgroup>
      <Head
        columns={columns}
        sticky={sticky}
        choice={choice}
        sort={sort}
        onSort={onSort}
        index={window?.headIndex}
        measure={window?.measure}
      />
      <tbody>
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

interface HeadProps {
  readonly columns: readonly ResultColumn[]
  readonly sticky: ReadonlyMap<string, number>
  readonly choice: ViewChoice
  readonly sort: readonly SortBy[]
  readonly onSort: (attribute: string, added: boolean) => void
  readonly index: number | undefined
  readonly measure: ((element: Element | null) => void) | undefined
}

/** The sortable headings, also on a phone. Does not render when the results change. */
const Head = memo(function Head({ columns, sticky, choice, sort, onSort, index, measure }: HeadProps) {
  const linkOf = (text: string) => `/live${formatChoice({ ...choice, sort: readSort(text) })}`
  return (
    <thead ref={measure} data-index={index} data-shown>
      <tr aria-rowindex={index === undefined ? undefined : 1}>
        {columns.map(({ attribute, title, numeric }) => (
          <SortableHeader
            key={attribute}
            {...{ attribute, title, numeric, sort, onSort, linkOf }}
            sticky={sticky.get(attribute)}
          />
        ))}
      </tr>
    </thead>
  )
})

function Gap({ size, columns }: { readonly size: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row cannot have the focus
    <tr aria-hidden="true" style={{ height: size }}>
      <td colSpan={columns} className={styles.gap} />
    </tr>
  )
}
