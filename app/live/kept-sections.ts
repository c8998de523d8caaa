import type { ResultSection } from './result-section.tsx'

/** Remembers the sections that it was given before: one that says the same is the same object again, and does not render. */
export function createKeptSections(): (sections: readonly ResultSection[]) => readonly ResultSection[] {
  let known: ReadonlyMap<string, ResultSection> = new Map()
  return (sections) => {
    const kept: ResultSection[] = []
    const next = new Map<string, ResultSection>()
    for (const section of sections) {
      const before = known.get(section.key)
      const same = before && sameSection(before, section) ? before : section
      kept.push(same)
      next.set(section.key, same)
    }
    known = next
    return kept
  }
}

function sameSection(a: ResultSection, b: ResultSection): boolean {
  return (
    a.rows === b.rows &&
    a.columns === b.columns &&
    a.label === b.label &&
    a.heading?.title === b.heading?.title &&
    a.heading?.name === b.heading?.name &&
    a.heading?.count === b.heading?.count
  )
}
