import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { Measure } from '../../../lib/scoring/ranking.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** One page of the big screen. */
export interface KioskPage {
  /** Identifies a page while the list changes: the class or ranking, and the part of it. */
  readonly key: string
  /** The class's code; '' for a ranking. */
  readonly code: string
  readonly title: string
  readonly ranked_by: Measure
  readonly by: 'class' | 'pax' | 'raw'
  /** Which part of the class or ranking this is, from 1. */
  readonly part: number
  readonly parts: number
  /** How many entries all parts have together. */
  readonly entries: number
  readonly rows: readonly Standing[]
}

/**
 * The pages of the big screen: each class, or one ranking, split into parts of about equal length. A chosen class
 * leaves its own entries only.
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

/** The page after the one with this key; the first one after the last, and when no page has this key. */
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
