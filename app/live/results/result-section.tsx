import { memo } from 'react'
import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import type { Section } from '../reading/pending-order.ts'
import { classStateDot } from '../rhythm/lazy-day-parts.ts'
import { itemsBeforeRows, type WindowPart } from './list-window.ts'
import styles from './result-section.module.css'
import { ResultsTable, type TableSettings } from './results-table.tsx'
import { RunLabels } from './run-labels.tsx'

/** A table of results with its heading. Its rows are the driver_names of its entries. */
export interface ResultSection extends Section<string> {
  /** The accessible name of the table. */
  readonly label: string
  /** Without a heading the table may be wider than the page and scrolls sideways. */
  readonly heading?: { readonly title: string; readonly name?: string | undefined; readonly count?: string }
  readonly columns: readonly ResultColumn[]
}

/** The rendered part of a long list's section. */
interface SectionWindow {
  readonly headingIndex: number
  readonly parts: readonly WindowPart[]
  readonly measure: (element: Element | null) => void
}

/** As large as the dot, so that nothing moves when it arrives. */
const dotRoom = <svg width=".85em" height=".85em" />

interface Props {
  readonly section: ResultSection
  /** The first section of the page: on a phone only its table shows column headings. */
  readonly first: boolean
  readonly settings: TableSettings
  readonly window?: SectionWindow
}

/** A heading, which stays visible on a phone, and a table. Renders again only when a property changes. */
export const ResultSectionView = memo(function ResultSectionView({ section, first, settings, window }: Props) {
  const { heading, label, rows, columns } = section
  const isScrolled = heading === undefined
  const inBrowser = useInBrowser()
  const Table = settings.table ?? ResultsTable
  return (
    <section
      className={isScrolled ? styles.scroll : styles.section}
      aria-label={isScrolled ? label : undefined}
      // A scrollable area must be reachable by keyboard.
      tabIndex={isScrolled ? 0 : undefined}
      data-first={first ? '' : undefined}
    >
      <div ref={window?.measure} className={heading && styles.top} data-index={window?.headingIndex}>
        {heading && (
          <div className={styles.heading}>
            <h2 className={styles.title}>
              {heading.title}
              {heading.name && <span className={styles.name}>{heading.name}</span>}
              {heading.count && (
                <span className={styles.count}>
                  {heading.count} {inBrowser ? <classStateDot.Part code={heading.title} fallback={dotRoom} /> : dotRoom}
                </span>
              )}
            </h2>
            <RunLabels />
          </div>
        )}
      </div>
      <Table
        label={label}
        rows={rows}
        columns={columns}
        {...settings}
        window={window && { ...window, headIndex: window.headingIndex + itemsBeforeRows - 1 }}
      />
    </section>
  )
})
