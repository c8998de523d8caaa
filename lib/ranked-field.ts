import { type ClassHeading, type CompetingClass, classesByCode, classHeadings, competingClass } from './class-code.ts'
import { type ClassGroups, updateClassGroups } from './class-groups.ts'
import { type Driver, displayName } from './driver.ts'
import { type EntryResult, entryResult } from './entry-result.ts'
import type { Event, EventClass } from './event.ts'
import { emptyField, type Field, type Seated, updateField } from './field.ts'
import { compareResults, type Measure, positionsOf, type Ranking } from './ranking.ts'
import { type KeyedRow, rowOrder } from './row-order.ts'
import { attributeOf } from './sort.ts'
import { updateSorted } from './sorted-list.ts'

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
  readonly raw: Ranking<RankedEntry>
  readonly pax: Ranking<RankedEntry>
  readonly groups: ClassGroups<RankedEntry>
}

/** A field without entries. */
export function openField(event: Event): RankedField {
  const [classes, headings] = [classesByCode(event), classHeadings(event)]
  return { classes, headings, field: emptyField, raw: nobody, pax: nobody, groups: new Map() }
}

const nobody: Ranking<never> = { entries: [], positions: [] }

/** The field of another list of the same event; itself if every record is the same object. Only what changed is put in order. */
export function updateRankedField(before: RankedField, drivers: Iterable<Driver>, event: Event): RankedField {
  const { classes, headings } = before
  const { field, left, joined } = updateField(before.field, drivers, (driver, seat): RankedEntry => {
    const result = entryResult(driver, event, classes)
    return rankedEntry(result, seat, competingClass(driver, classes))
  })
  if (left.size === 0 && joined.length === 0) return before
  return {
    classes,
    headings,
    field,
    raw: updateRanking(before.raw, 'time'),
    pax: updateRanking(before.pax, 'indexed'),
    groups: updateClassGroups(before.groups, { left, joined }, headings, compareEntries),
  }

  function updateRanking(ranking: Ranking<RankedEntry>, measure: Measure): Ranking<RankedEntry> {
    const entries = updateSorted(ranking.entries, left, joined, compareEntries[measure])
    return { entries, positions: positionsOf(entries, measure, ranking) }
  }
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
