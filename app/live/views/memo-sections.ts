import type { Standing } from '../../../lib/standings/standing.ts'
import type { ResultSection } from '../results/result-section.tsx'

/** A section with whole entries instead of their names, in order. */
export interface RankedSection extends Omit<ResultSection, 'rows'> {
  readonly entries: readonly Standing[]
}

interface Memo {
  readonly section: ResultSection
  readonly entries: readonly Standing[]
}

/**
 * Makes the sections of a view. A section with an equal heading, columns and order of entries keeps its identity, and
 * so does the list: neither renders then, since each row subscribes to its own entry.
 */
export function createMemoSections(): (ranked: readonly RankedSection[]) => readonly ResultSection[] {
  let known: ReadonlyMap<string, Memo> = new Map()
  let list: readonly ResultSection[] = []
  return (ranked) => {
    const next = new Map<string, Memo>()
    const sections = ranked.map((one) => {
      const before = known.get(one.key)
      const section = before && sameSection(before, one) ? before.section : sectionOf(one, before)
      next.set(one.key, { section, entries: one.entries })
      return section
    })
    known = next
    const isEqual = sections.length === list.length && sections.every((section, index) => section === list[index])
    if (!isEqual) list = sections
    return list
  }
}

function sectionOf({ entries, ...rest }: RankedSection, before: Memo | undefined): ResultSection {
  return { ...rest, rows: before && sameNames(before, entries) ? before.section.rows : entries.map(nameOf) }
}

function sameSection(before: Memo, after: RankedSection): boolean {
  const { section } = before
  return (
    section.columns === after.columns &&
    section.label === after.label &&
    section.heading?.title === after.heading?.title &&
    section.heading?.name === after.heading?.name &&
    section.heading?.count === after.heading?.count &&
    sameNames(before, after.entries)
  )
}

function sameNames(before: Memo, entries: readonly Standing[]): boolean {
  if (before.entries === entries) return true
  const { rows } = before.section
  return (
    rows.length === entries.length &&
    // Most entries are identical objects: that comparison is the cheapest.
    entries.every((entry, index) => entry === before.entries[index] || nameOf(entry) === rows[index])
  )
}

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}
