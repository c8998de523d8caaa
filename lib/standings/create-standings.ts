import { type Changes, noChanges } from '../list/diff.ts'
import { reuseIfSameItems } from '../list/reuse-if-equal.ts'
import { SharedKeyMap } from '../list/shared-key-map.ts'
import { type Driver, sameDriver } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classesByCode } from '../scoring/class-code.ts'
import type { EntryResult } from '../scoring/entry-result.ts'
import { createPositionTable } from '../scoring/ranking.ts'
import type { ChangedRow } from './changed-row.ts'
import { createClassGroups } from './class-groups.ts'
import { createEntry, type Entry, rowsOf } from './entry.ts'
import { rankEntries } from './ranked-entries.ts'
import { isRowOf, type Standing, standingOf } from './standing.ts'
import type { Standings } from './standings.ts'

/** The standings after a change set, and every row that differs from the step before, in no order. */
export interface StandingsStep {
  readonly standings: Standings
  readonly changed: readonly ChangedRow[]
}

/** The standings of one event and a list that changes. Equal rows, classes and lists keep their identity. */
export interface StandingsBuilder {
  /** Reads a change set as `applyChanges` does. */
  apply(changes: Changes): StandingsStep
}

/** Starts with an empty list. No later step alters the result of a step. */
export function createStandings(event: Event): StandingsBuilder {
  const classes = classesByCode(event)
  const entries = new Map<string, Entry>()
  const positionAt = createPositionTable()
  const raw = rankEntries('time', 'raw_position', positionAt)
  const pax = rankEntries('indexed', 'pax_position', positionAt)
  const groups = createClassGroups(event, positionAt)
  let rows = indexRows([])
  let current: Standings = { event, classes: [], by_name: rows, pax: [], raw: [], courses: 1 }

  /** A changed record is a removed entry and an added one. */
  function replaceEntries(changes: Changes) {
    const removed: Entry[] = []
    const added: Entry[] = []
    for (const [name, driver] of recordsAfter(changes, entries)) {
      const old = entries.get(name)
      if (old && driver && sameDriver(old.result.driver, driver)) continue
      if (old) removed.push(old)
      entries.delete(name)
      if (!driver) continue
      const entry = createEntry(driver, event, classes, old?.row)
      added.push(entry)
      entries.set(name, entry)
    }
    return { removed, added }
  }

  /** The most courses of any entry, at least 1. Reads all entries only if a removed one may have had the most. */
  function courseCount(removed: readonly Entry[], added: readonly Entry[]): number {
    const most = mostCourses(added)
    if (most >= current.courses) return most
    return mostCourses(removed) < current.courses ? current.courses : mostCourses(entries.values())
  }

  return {
    apply(changes) {
      const { removed, added } = replaceEntries(changes)
      if (removed.length === 0 && added.length === 0) return { standings: current, changed: [] }
      const courses = courseCount(removed, added)
      const others = courses === current.courses ? added : [...entries.values()]
      for (const entry of others) entry.runs_left = runsLeft(entry.result, courses, event.runs_per_entry)
      const moved = [raw.replace(removed, added), pax.replace(removed, added), groups.replace(removed, added), others]
      const changed: ChangedRow[] = removed.flatMap(({ row, result }) => {
        return entries.has(result.driver.driver_name) ? [] : [{ before: row, after: undefined }]
      })
      for (const some of moved) for (const entry of some) updateRow(entry, changed)
      rows = rowsAfter(rows, changed, raw.entries)
      current = {
        event,
        classes: reuseIfSameItems(current.classes, groups.standings()),
        by_name: rows,
        pax: rowsOf(pax.entries, current.pax),
        raw: rowsOf(raw.entries, current.raw),
        courses,
      }
      return { standings: current, changed }
    },
  }
}

/** The standings of one list; its order does not matter. Of two records with the same name, the last one counts. */
export function standingsOf(drivers: Iterable<Driver>, event: Event): Standings {
  return createStandings(event).apply({ ...noChanges, update: [...drivers] }).standings
}

/** The records that a change set writes, by name; undefined for a removed one. */
function recordsAfter(
  { create, update, destroy }: Changes,
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Driver | undefined> {
  const records = new Map<string, Driver | undefined>(destroy.map((name) => [name, undefined]))
  for (const name of create) if (records.has(name) || !known.has(name)) records.set(name, { driver_name: name })
  for (const driver of update) records.set(driver.driver_name, driver)
  return records
}

/** Gives an entry a new row if its current one does not show its result and placement. */
function updateRow(entry: Entry, changed: ChangedRow[]): void {
  const before = entry.row
  if (before && isRowOf(before, entry.result, entry)) return
  entry.row = standingOf(entry.result, entry)
  changed.push({ before, after: entry.row })
}

/** Rows by name. */
function indexRows(rows: readonly Standing[]): SharedKeyMap<Standing> {
  return SharedKeyMap.of(rows.map(nameOf), rows)
}

function nameOf({ driver }: Standing): string {
  return driver.driver_name
}

/** Shares the names with the step before, unless an entry was added or removed. */
function rowsAfter(
  before: SharedKeyMap<Standing>,
  changed: readonly ChangedRow[],
  entries: readonly Entry[],
): SharedKeyMap<Standing> {
  const rows: Standing[] = []
  for (const { before, after } of changed) if (before && after) rows.push(after)
  const next = rows.length === changed.length ? before.with(rows, nameOf) : undefined
  return next ?? indexRows(rowsOf(entries))
}

function mostCourses(entries: Iterable<Entry>): number {
  let most = 1
  for (const { result } of entries) most = Math.max(most, result.runs.length)
  return most
}

function runsLeft({ runs }: EntryResult, courses: number, perCourse: number | undefined): number | undefined {
  if (perCourse === undefined) return undefined
  let left = 0
  for (let course = 0; course < courses; course++) {
    const done = runs[course]?.filter((run) => run.counted).length ?? 0
    left += Math.max(0, perCourse - done)
  }
  return left
}
