import { type Driver, displayName } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classesByCode, classHeadings, classKey, competingClass } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { compareResults, type Measure, type Position } from '../scoring/ranking.ts'
import { trophyCount } from '../scoring/scoring.ts'
import { attributeOf, sortRows } from '../table/sort.ts'
import { compareText } from '../table/sort-key.ts'
import type { Standing } from './standing.ts'

/** The oracle of createStandings: every position is counted, every list sorted, from the whole list and each time. */
export function plainStandings(drivers: Iterable<Driver>, event: Event) {
  const byCode = classesByCode(event)
  const headings = classHeadings(event)
  const inNameOrder = sortRows(drivers, byNames, (driver, attribute) => {
    return attribute === 'display_name' ? displayName(driver) : attributeOf(driver, attribute)
  })
  const results = inNameOrder.map((driver) => entryResult(driver, event))
  const courses = Math.max(1, ...results.map(({ runs }) => runs.length))
  const competes = (result: EntryResult) => competingClass(result.driver, byCode)
  const keyOf = (result: EntryResult) => classKey(competes(result).code)

  const groups = [...new Set(results.map(keyOf))].map((key) => {
    const members = results.filter((result) => keyOf(result) === key)
    const [spelling = ''] = members.map((result) => competes(result).code).sort(compareText)
    const hasGuest = members.some((result) => result.counts && competes(result).grouped)
    const ranked_by: Measure = hasGuest ? 'indexed' : 'time'
    const { code, name } = headings.get(key) ?? { code: spelling, name: undefined }
    return { key, members, code, name, ranked_by, trophies: trophyCount(members.filter(counts).length, event.trophies) }
  })

  const rows = new Map<string, Standing>()
  for (const { members, code, ranked_by: measure, trophies } of groups) {
    for (const result of members) {
      const position = positionAmong(members, result, measure)
      const better = sorted(members.filter(counts), measure).filter((one) => compareResults(one, result, measure) < 0)
      const gapTo = (ahead: EntryResult | undefined) => (position && ahead ? gap(ahead, result, measure) : undefined)
      rows.set(result.driver.driver_name, {
        ...result,
        class_code: code,
        class_position: position,
        pax_position: positionAmong(results, result, 'indexed'),
        raw_position: positionAmong(results, result, 'time'),
        gap_to_first: gapTo(better[0]),
        gap_to_next: gapTo(better.at(-1)),
        trophy: position !== undefined && position.place <= trophies,
        runs_left: event.runs_per_entry === undefined ? undefined : runsLeft(result, courses, event.runs_per_entry),
      })
    }
  }
  const rowsOf = (ordered: readonly EntryResult[]) =>
    ordered.flatMap(({ driver }) => rows.get(driver.driver_name) ?? [])

  const listed = [...headings.keys()].flatMap((key) => groups.filter((group) => group.key === key))
  const unlisted = groups.filter(({ key }) => !headings.has(key))
  const inOrder = [
    ...listed,
    ...sortRows(unlisted, [{ attribute: 'code', direction: 'ascending' }], ({ code }) => code),
  ]
  const classes = inOrder.map(({ code, name, members, trophies, ranked_by }) => {
    const entries = rowsOf(sorted(members, ranked_by))
    return { code, name, entries, ranked: entries.filter((row) => row.class_position).length, trophies, ranked_by }
  })
  return {
    event,
    classes,
    rows,
    pax: rowsOf(sorted(results, 'indexed')),
    raw: rowsOf(sorted(results, 'time')),
    courses,
  }
}

const byNames = ['display_name', 'class', 'number'].map((attribute) => ({ attribute, direction: 'ascending' as const }))

const counts = (result: EntryResult) => result.counts

/** Equal results stay in the order of their names. */
function sorted(results: readonly EntryResult[], measure: Measure): readonly EntryResult[] {
  return [...results].sort((a, b) => compareResults(a, b, measure))
}

/** One more than there are better results; shared when another is equal. Only what counts and has a time has one. */
function positionAmong(results: readonly EntryResult[], own: EntryResult, measure: Measure): Position | undefined {
  const time = measure === 'time' ? own.total : own.indexed
  if (!own.counts || time === undefined) return undefined
  const orders = results.filter(counts).map((other) => compareResults(other, own, measure))
  return {
    place: 1 + orders.filter((order) => order < 0).length,
    shared: orders.filter((order) => order === 0).length > 1,
  }
}

/** Between results of as many runs, in what the class is ranked by. */
function gap(ahead: EntryResult, own: EntryResult, measure: Measure): number | undefined {
  const [first, second] = [ahead.scores[0], own.scores[0]]
  return first && second && first.completed === second.completed
    ? (second[measure] ?? 0) - (first[measure] ?? 0)
    : undefined
}

function runsLeft({ runs }: EntryResult, courses: number, perCourse: number): number {
  const left = (course: number) => perCourse - (runs[course] ?? []).filter(({ counted }) => counted).length
  return Array.from({ length: courses }, (_, course) => Math.max(0, left(course))).reduce((sum, one) => sum + one)
}
