import { type ClassHeading, type CompetingClass, classesByCode, classHeadings, competingClass } from './class-code.ts'
import { type ClassGroups, updateClassGroups } from './class-groups.ts'
import { type Driver, displayName } from './driver.ts'
import { type EntryResult, entryResult } from './entry-result.ts'
import type { Event, EventClass } from './event.ts'
import { type DriverSource, emptyField, type Field, type Seated, updateField } from './field.ts'
import { compareResults, type Measure } from './ranking.ts'
import { type KeyedRow, rowOrder } from './row-order.ts'
import { nobodyRanked, type SeatedRanking, updateRanking } from './seated-ranking.ts'
import { attributeOf } from './sort.ts'

/** What an entry's own record says, worked out once for each record. */
export interface RankedEntry extends EntryResult, Seated {
  readonly competes: CompetingClass
  readonly names: KeyedRow<Driver>
}

/** Everybody in every order that there is: best first, and equals by name. What did not change is the same object as before. */
export interface RankedField {
  readonly classes: ReadonlyMap<string, EventClass>
  readonly headings: ReadonlyMap<string, ClassHeading>
  readonly field: Field<RankedEntry>
  readonly raw: SeatedRanking<RankedEntry>
  readonly pax: SeatedRanking<RankedEntry>
  readonly groups: ClassGroups<RankedEntry>
  /** On how many courses or days the event is driven: the most that any entry has, at least 1. */
  readonly courses: number
}

/** A field without entries. */
export function openField(event: Event): RankedField {
  const [classes, headings] = [classesByCode(event), classHeadings(event)]
  return { classes, headings, field: emptyField, raw: nobodyRanked, pax: nobodyRanked, groups: new Map(), courses: 1 }
}

/** The field of another list of the same event; itself if every record is the same object. Only what changed is put in order. */
export function updateRankedField(before: RankedField, drivers: DriverSource, event: Event): RankedField {
  const { classes, headings } = before
  const { field, left, joined } = updateField(before.field, drivers, (driver, seat): RankedEntry => {
    const result = entryResult(driver, event, classes)
    return rankedEntry(result, seat, competingClass(driver, classes))
  })
  if (left.size === 0 && joined.length === 0) return before
  const change = { left, joined }
  return {
    classes,
    headings,
    field,
    raw: updateRanking(before.raw, change, 'time', compareEntries.time),
    pax: updateRanking(before.pax, change, 'indexed', compareEntries.indexed),
    groups: updateClassGroups(before.groups, change, headings, compareEntries),
    courses: coursesAfter(before.courses, field, change),
  }
}

/** Everybody is asked only when the last who had most courses may have left. */
function coursesAfter(
  before: number,
  { entries }: Field<RankedEntry>,
  { left, joined }: { readonly left: ReadonlySet<RankedEntry>; readonly joined: readonly RankedEntry[] },
): number {
  const most = joined.reduce((most, { runs }) => Math.max(most, runs.length), 1)
  if (most >= before || ![...left].some(({ runs }) => runs.length === before)) return Math.max(before, most)
  return entries.reduce((most, entry) => Math.max(most, entry?.runs.length ?? 0), 1)
}

/** Written out, since thousands are read at every update, and objects that are made by spreading are slow to read. */
function rankedEntry(result: EntryResult, seat: number, competes: CompetingClass): RankedEntry {
  return {
    seat,
    competes,
    names: nameOrder.keyed(result.driver),
    driver: result.driver,
    runs: result.runs,
    total: result.total,
    raw_total: result.raw_total,
    indexed: result.indexed,
    factor: result.factor,
    completed: result.completed,
    runs_done: result.runs_done,
    counts: result.counts,
    scores: result.scores,
  }
}

/** How equals, and those without a time, are shown. */
const nameOrder = rowOrder<Driver>(
  ['display_name', 'class', 'number'].map((attribute) => ({ attribute, direction: 'ascending' })),
  (driver, attribute) => (attribute === 'display_name' ? displayName(driver) : attributeOf(driver, attribute)),
)

const compareEntries = { time: compareBy('time'), indexed: compareBy('indexed') }

function compareBy(measure: Measure) {
  return (a: RankedEntry, b: RankedEntry) => compareResults(a, b, measure) || nameOrder.compare(a.names, b.names)
}
