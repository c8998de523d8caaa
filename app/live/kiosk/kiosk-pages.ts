import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { Measure } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** One screenful of a screen that nobody touches. */
export interface KioskPage {
  /** Tells pages apart while the list changes: the class or ranking, and which part of it. */
  readonly key: string
  /** The class's code; '' for a ranking of everybody. */
  readonly code: string
  readonly title: string
  readonly ranked_by: Measure
  readonly by: 'class' | 'pax' | 'raw'
  /** From 1, of how many. */
  readonly part: number
  readonly parts: number
  /** How many entries the class or ranking has. */
  readonly entries: number
  readonly rows: readonly Standing[]
}

/**
 * What it goes through: every class (or the one that was chosen), or a ranking of everybody; each in parts of equal
 * length.
 */
export function kioskPages(
  standings: Standings,
  { view, classCode }: Pick<ViewChoice, 'view' | 'classCode'>,
  rowsPerPage: number,
): readonly KioskPage[] {
  const isChosen = (code: string) => classCode === '' || classKey(code) === classKey(classCode)
  if (view === 'pax' || view === 'raw') {
    const rows = standings[view].filter((entry) => isChosen(entry.class_code))
    const title = view === 'pax' ? 'By indexed time (PAX)' : 'By raw time'
    const ranked_by = view === 'pax' ? 'indexed' : 'time'
    return inParts({ code: '', title, ranked_by, by: view }, rows, rowsPerPage)
  }
  return standings.classes
    .filter(({ code }) => isChosen(code))
    .flatMap(({ code, name, ranked_by, entries }) => {
      const title = [code || 'No class', name].filter((part) => part !== undefined).join(' · ')
      return inParts({ code, title, ranked_by, by: 'class' }, entries, rowsPerPage)
    })
}

/** The page after the one with this key, from the last on to the first; the first when that is gone. */
export function nextPage(pages: readonly KioskPage[], key: string): KioskPage | undefined {
  return pages[(pages.findIndex((page) => page.key === key) + 1) % pages.length]
}

function inParts(
  page: Pick<KioskPage, 'code' | 'title' | 'ranked_by' | 'by'>,
  entries: readonly Standing[],
  rowsPerPage: number,
): KioskPage[] {
  const parts = Math.ceil(entries.length / Math.max(1, rowsPerPage))
  // 13 rows on two pages are 7 and 6, not 12 and one alone.
  const size = Math.ceil(entries.length / parts)
  return Array.from({ length: parts }, (_, index) => ({
    ...page,
    key: `${page.by} ${classKey(page.code)} ${index}`,
    part: index + 1,
    parts,
    entries: entries.length,
    rows: entries.slice(index * size, (index + 1) * size),
  }))
}
