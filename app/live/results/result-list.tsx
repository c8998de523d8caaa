import { memo, useMemo, useRef } from 'react'
import { formatChoice } from '../../../lib/reader/view-state.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { usePrinting } from '../browser/use-printing.ts'
import { WindowedResults } from '../lazy-views.ts'
import { ReadersPlace, type ShownOrder } from '../reading/stable-list.tsx'
import { EveryRow } from './all-rows-link.tsx'
import { firstRows } from './initial-rows.ts'
import { AnchoredRows, type RowAnchor } from './initial-rows-anchor.tsx'
import { type ResultSection, ResultSectionView } from './result-section.tsx'
import type { TableSettings } from './results-table.tsx'

interface Props extends Omit<TableSettings, 'gone'> {
  readonly sections: readonly ResultSection[]
}

/** Up to here a phone has no trouble with all rows at once. */
const mostAtOnce = 300
/** What the page comes with of a longer list: enough for the first screens of any window. */
const atFirst = 80

/**
 * The results of a view, all of them: as they are, or of a long list those in sight. Does not render with every update:
 * what an entry says is its row's own matter.
 */
export const ResultList = memo(function ResultList({ sections, ...settings }: Props) {
  const { view, classCode, search, sort } = settings.choice
  const question = useMemo(() => JSON.stringify([view, classCode, search, sort]), [view, classCode, search, sort])
  return (
    <ReadersPlace sections={sections} keyOf={nameOf} question={question}>
      {(shown: ShownOrder<ResultSection>) => <ShownResults shown={shown} settings={settings} />}
    </ReadersPlace>
  )
})

interface ShownProps {
  readonly shown: ShownOrder<ResultSection>
  readonly settings: Omit<TableSettings, 'gone'>
}

function ShownResults({ shown: { sections, gone, order }, settings }: ShownProps) {
  const inBrowser = useInBrowser()
  const printing = usePrinting()
  const anchor = useRef<RowAnchor>(undefined)
  const { choice } = settings
  const entries = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const isComplete = entries <= mostAtOnce || choice.allRows || printing
  const tables = useTableSettings(settings, gone)
  if (isComplete) return <Sections sections={sections} settings={tables} />
  const first = <FirstSections sections={sections} settings={tables} />
  if (!inBrowser) {
    return (
      <>
        {first}
        <EveryRow choice={choice} first={atFirst} entries={entries} />
      </>
    )
  }
  return (
    <>
      <WindowedResults
        key={formatChoice({ ...choice, driver: '' })}
        sections={sections}
        order={order}
        settings={tables}
        anchor={anchor}
        fallback={<AnchoredRows anchor={anchor}>{first}</AnchoredRows>}
      />
      <EveryRow choice={choice} entries={entries} />
    </>
  )
}

/** The same object until one of the settings is another. */
function useTableSettings(settings: Omit<TableSettings, 'gone'>, gone: ReadonlySet<string>): TableSettings {
  const { event, choice, stars, sort, onSort, layout } = settings
  return useMemo(
    () => ({ event, choice, stars, sort, onSort, layout, gone }),
    [event, choice, stars, sort, onSort, layout, gone],
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

function FirstSections({ sections, settings }: SectionsProps) {
  return <Sections sections={firstRows<string, ResultSection>(sections, atFirst)} settings={settings} />
}

function nameOf(row: string): string {
  return row
}
