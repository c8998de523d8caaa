import { type ClassHeading, classHeadings, classKey, competingClass } from './class-code.ts'
import type { EntryResult } from './entry-result.ts'
import type { Event, EventClass } from './event.ts'
import type { Measure } from './ranking.ts'
import { sortRows } from './sort.ts'
import { compareText } from './sort-key.ts'

/** Those who compete with each other. */
export interface ClassGroup<Entry> extends ClassHeading {
  readonly entries: readonly Entry[]
  /** Indexed time as soon as one member that counts comes from another class (novices, pro, index classes), else time. */
  readonly rankedBy: Measure
}

/**
 * The entries by the class they compete in, each class in the order given. Classes in the event's order, then those it does not
 * list in natural order (under the spelling that sorts first), at the end the entries without a class under ''.
 */
export function classGroups<Entry extends Pick<EntryResult, 'driver' | 'counts'>>(
  entries: readonly Entry[],
  event: Event,
  classes: ReadonlyMap<string, EventClass>,
): readonly ClassGroup<Entry>[] {
  const found = new Map<string, { code: string; rankedBy: Measure; entries: Entry[] }>()
  for (const entry of entries) {
    const { code, grouped } = competingClass(entry.driver, classes)
    const group = found.get(classKey(code)) ?? { code, rankedBy: 'time', entries: [] }
    if (compareText(code, group.code) < 0) group.code = code
    if (grouped && entry.counts) group.rankedBy = 'indexed'
    group.entries.push(entry)
    found.set(classKey(code), group)
  }
  const headings = classHeadings(event)
  const listed = [...headings].flatMap(([key, heading]) => {
    const group = found.get(key)
    return group ? [{ ...group, ...heading }] : []
  })
  const unlisted = [...found].flatMap(([key, group]) => (headings.has(key) ? [] : [{ ...group, name: undefined }]))
  return [...listed, ...sortRows(unlisted, [{ attribute: 'code', direction: 'ascending' }], (group) => group.code)]
}
