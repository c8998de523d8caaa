import { memo } from 'react'
import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import type { Section } from '../reading/pending-order.ts'
import styles from './class-view.module.css'
import { itemsBeforeRows, type WindowPart } from './list-window.ts'
import { ResultsTable, type TableSettings } from './results-table.tsx'

/** A table of results and what stands above it. Its rows are the driver_names of the entries in it. */
export interface ResultSection extends Section<string> {
  /** Says what the table is, to those who cannot see where it stands. */
  readonly label: string
  /** Without one the table may be wider than the page, and scrolls sideways by itself. */
  readonly heading?: { readonly title: string; readonly name?: string | undefined; readonly count?: string }
  readonly columns: readonly ResultColumn[]
}

/** The part of a long list's section that is rendered. */
interface SectionWindow {
  readonly headingIndex: number
  readonly parts: readonly WindowPart[]
  readonly measure: (element: Element | null) => void
}

interface Props {
  readonly section: ResultSection
  /** The first of the page: its table has the headings for all on a phone. */
  readonly first: boolean
  readonly settings: TableSettings
  readonly window?: SectionWindow
}

/**
 * One class, or everybody: a heading that stays in sight on a phone, and a table. Renders again only when it is
 * another.
 */
export const ResultSectionView = memo(function ResultSectionView({ section, first, settings, window }: Props) {
  const { heading, label, rows, columns } = section
  const isScrolled = heading === undefined
  return (
    <section
      className={isScrolled ? styles.scroll : styles.section}
      aria-label={isScrolled ? label : undefined}
      // What scrolls must be reachable by keyboard.
      tabIndex={isScrolled ? 0 : undefined}
      data-first={first ? '' : undefined}
    >
      <div ref={window?.measure} className={heading && styles.top} data-index={window?.headingIndex}>
        {heading && (
          <h2 className={styles.heading}>
            {heading.title}
            {heading.name && <span className={styles.name}>{heading.name}</span>}
            {heading.count && <span className={styles.count}>{heading.count}</span>}
          </h2>
        )}
      </div>
      <ResultsTable
        label={label}
        rows={rows}
        columns={columns}
        {...settings}
        window={window && { ...window, headIndex: window.headingIndex + itemsBeforeRows - 1 }}
      />
    </section>
  )
})
