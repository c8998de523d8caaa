import { type ClassHeading, type CompetingClass, classKey } from './class-code.ts'
import type { Measure, Result } from './ranking.ts'
import { sortRows } from './sort.ts'
import { compareText } from './sort-key.ts'
import { updateSorted } from './sorted-list.ts'

/** Those who compete with each other. */
export interface ClassGroup<Entry> extends ClassHeading {
  /** In the order of what they are ranked by. */
  readonly entries: readonly Entry[]
  /** Indexed time as soon as one member that counts comes from another class (novices, pro, index classes), else time. */
  readonly rankedBy: Measure
}

/** The classes by `classKey`, in no order. */
export type ClassGroups<Entry> = ReadonlyMap<string, ClassGroup<Entry>>

/** Who competes somewhere. */
export interface Competitor extends Result {
  readonly competes: CompetingClass
}

interface ClassChange<Entry> {
  readonly left: Set<Entry>
  readonly joined: Entry[]
}

/** The classes after some left and some joined; a class to which neither happened is the same object. */
export function updateClassGroups<Entry extends Competitor>(
  before: ClassGroups<Entry>,
  { left, joined }: { readonly left: ReadonlySet<Entry>; readonly joined: readonly Entry[] },
  headings: ReadonlyMap<string, ClassHeading>,
  compare: Readonly<Record<Measure, (a: Entry, b: Entry) => number>>,
): ClassGroups<Entry> {
  const changes = new Map<string, ClassChange<Entry>>()
  const changeOf = ({ competes }: Entry): ClassChange<Entry> => {
    const key = classKey(competes.code)
    const change = changes.get(key) ?? { left: new Set(), joined: [] }
    changes.set(key, change)
    return change
  }
  for (const entry of left) changeOf(entry).left.add(entry)
  for (const entry of joined) changeOf(entry).joined.push(entry)

  const after = new Map(before)
  for (const [key, change] of changes) {
    const group = updateGroup(before.get(key), change, headings.get(key), compare)
    if (group) after.set(key, group)
    else after.delete(key)
  }
  return after
}

/** Classes in the event's order, then those it does not list in natural order, at the end the entries without a class under ''. */
export function groupsInOrder<Entry>(
  groups: ClassGroups<Entry>,
  headings: ReadonlyMap<string, ClassHeading>,
): readonly ClassGroup<Entry>[] {
  const listed = [...headings.keys()].map((key) => groups.get(key)).filter((group) => group !== undefined)
  const unlisted = [...groups].flatMap(([key, group]) => (headings.has(key) ? [] : [group]))
  return [...listed, ...sortRows(unlisted, [{ attribute: 'code', direction: 'ascending' }], (group) => group.code)]
}

/** A class that the event does not list has the spelling that sorts first. */
function updateGroup<Entry extends Competitor>(
  before: ClassGroup<Entry> | undefined,
  { left, joined }: ClassChange<Entry>,
  heading: ClassHeading | undefined,
  compare: Readonly<Record<Measure, (a: Entry, b: Entry) => number>>,
): ClassGroup<Entry> | undefined {
  const stayed = before?.entries.filter((entry) => !left.has(entry)) ?? []
  const members = stayed.concat(joined)
  const [first] = members
  if (!first) return undefined
  const rankedBy = members.some(({ competes, counts }) => competes.grouped && counts) ? 'indexed' : 'time'
  const code = members.reduce((code, { competes }) => {
    return compareText(competes.code, code) < 0 ? competes.code : code
  }, first.competes.code)
  // In another measure none of the old order holds.
  const [ordered, added] = before?.rankedBy === rankedBy ? [stayed, joined] : [[], members]
  const entries = updateSorted(ordered, new Set(), added, compare[rankedBy])
  return { code: heading?.code ?? code, name: heading?.name, entries, rankedBy }
}
