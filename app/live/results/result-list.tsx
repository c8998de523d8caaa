import { memo, useMemo, useRef } from 'react'
import { formatChoice } from '../../../lib/reader/view-state.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { usePrinting } from '../browser/use-printing.ts'
import { type ShownOrder, StableList } from '../reading/stable-list.tsx'
import { AllRowsLink } from './all-rows-link.tsx'
import { HeldStandings } from './held-standings.ts'
import { initialRows } from './initial-rows.ts'
import { AnchoredRows, type RowAnchor } from './initial-rows-anchor.tsx'
import { mostRowsAtOnce, windowedResults } from './lazy-windowed-results.ts'
import { type ResultSection, ResultSectionView } from './result-section.tsx'
import type { TableSettings } from './results-table.tsx'
import { useHeldStandings } from './use-held-standings.ts'

interface Props extends Omit<TableSettings, 'gone'> {
  readonly sections: readonly ResultSection[]
}

/** The number of rows of a longer list in the server's HTML: enough for the first screens of any window. */
const initialCount = 80

/**
 * The results of a view: all rows, or those near the window when the list is long. Does not render with every update,
 * since each row subscribes to its own entry.
 */
export const ResultList = memo(function ResultList({ sections, ...settings }: Props) {
  const { view, classCode, search, sort } = settings.choice
  const question = useMemo(() => JSON.stringify([view, classCode, search, sort]), [view, classCode, search, sort])
  return (
    <StableList sections={sections} keyOf={nameOf} question={question}>
      {(shown: ShownOrder<ResultSection>) => <ShownResults shown={shown} settings={settings} />}
    </StableList>
  )
})

interface ShownProps {
  readonly shown: ShownOrder<ResultSection>
  readonly settings: Omit<TableSettings, 'gone'>
}

/** Rows keep the places of their order, and say where they are now, until they are sorted. */
function ShownResults({ shown, settings }: ShownProps) {
  return (
    <HeldStandings value={useHeldStandings(shown.waiting)}>
      <Rows shown={shown} settings={settings} />
    </HeldStandings>
  )
}

function Rows({ shown: { sections, gone, order }, settings }: ShownProps) {
  const inBrowser = useInBrowser()
  const printing = usePrinting()
  const anchor = useRef<RowAnchor>(undefined)
  const { choice } = settings
  const entries = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const isComplete = entries <= mostRowsAtOnce || choice.allRows || printing
  const tables = useTableSettings(settings, gone)
  if (isComplete) return <Sections sections={sections} settings={tables} />
  const initial = <InitialSections sections={sections} settings={tables} />
  if (!inBrowser) {
    return (
      <>
        {initial}
        <AllRowsLink choice={choice} initial={initialCount} entries={entries} />
      </>
    )
  }
  return (
    <>
      <windowedResults.Part
        key={formatChoice({ ...choice, driver: '' })}
        sections={sections}
        order={order}
        settings={tables}
        anchor={anchor}
        fallback={<AnchoredRows anchor={anchor}>{initial}</AnchoredRows>}
      />
      <AllRowsLink choice={choice} entries={entries} />
    </>
  )
}

/** The settings of all tables; keeps its identity until one of them changes. */
function useTableSettings(settings: Omit<TableSettings, 'gone'>, gone: ReadonlySet<string>): TableSettings {
  const { event, choice, stars, sort, onSort, table } = settings
  return useMemo(
    () => ({ event, choice, stars, sort, onSort, table, gone }),
    [event, choice, stars, sort, onSort, table, gone],
  )
}

interface SectionsProps {
  readonly sections: readonly ResultSection[]
  readonly settings: TableSettings
}

function Sections({ sections, settings }: SectionsProps) {
  return sections.map((section, index) => (
    <ResultSectionView key={section.key} section={section} first={index === 0} settings={settings} />
  ))
}

function InitialSections({ sections, settings }: SectionsProps) {
  return <Sections sections={initialRows<string, ResultSection>(sections, initialCount)} settings={settings} />
}

function nameOf(row: string): string {
  return row
}
