import { type Driver, displayName } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { classesByCode, classHeadings, classKey, competingClass } from '../scoring/class-code.ts'
import { type EntryResult, entryResult } from '../scoring/entry-result.ts'
import { compareResults, type Measure, type Position } from '../scoring/ranking.ts'
import { trophyCount } from '../scoring/scoring.ts'
import { attributeOf, sortRows } from '../table/sort.ts'
import { compareText } from '../table/sort-key.ts'
import type { Standing } from './standing.ts'

/** The oracle of createStandings: it counts every position and sorts every list, from the whole list each time. */
export function plainStandings(drivers: Iterable<Driver>, event: Event) {
  const all = sortRows(drivers, byName, nameValue).map((driver) => entryResult(driver, event))
  const courses = Math.max(1, ...all.map(({ runs }) => runs.length))
  const groups = classGroups(all, event)
  const rows = new Map<string, Standing>()
  for (const { members, code, ranked_by, trophies } of groups) {
    for (const own of members) {
      const position = positionAmong(members, own, ranked_by)
      const ahead = sorted(members, ranked_by).filter((one) => one.counts && compareResults(one, own, ranked_by) < 0)
      rows.set(own.driver.driver_name, {
        ...own,
        class_code: code,
        class_position: position,
        pax_position: positionAmong(all, own, 'indexed'),
        raw_position: positionAmong(all, own, 'time'),
        gap_to_first: position && gap(ahead[0], own, ranked_by),
        gap_to_next: position && gap(ahead.at(-1), own, ranked_by),
        fewer_than_first: position && completedOf(ahead[0] ?? own) - completedOf(own),
        trophy: position !== undefined && position.place <= trophies,
        runs_left: event.runs_per_entry === undefined ? undefined : runsLeft(own, courses, event.runs_per_entry),
      })
    }
  }
  const ranking = (results: readonly EntryResult[], measure: Measure) =>
    sorted(results, measure).flatMap(({ driver }) => rows.get(driver.driver_name) ?? [])
  const classes = groups.map(({ code, name, members, trophies, ranked_by }) => {
    const entries = ranking(members, ranked_by)
    return { code, name, entries, ranked: entries.filter((row) => row.class_position).length, trophies, ranked_by }
  })
  return { event, classes, rows, pax: ranking(all, 'indexed'), raw: ranking(all, 'time'), courses }
}

/** In the event's order, then in that of their codes. */
function classGroups(all: readonly EntryResult[], event: Event) {
  const classes = classesByCode(event)
  const headings = classHeadings(event)
  const competes = ({ driver }: EntryResult) => competingClass(driver, classes)
  const keyOf = (result: EntryResult) => classKey(competes(result).code)
  const groups = [...new Set(all.map(keyOf))].map((key) => {
    const members = all.filter((result) => keyOf(result) === key)
    const counting = members.filter(({ counts }) => counts)
    const [spelling = ''] = members.map((result) => competes(result).code).sort(compareText)
    const { code, name } = headings.get(key) ?? { code: spelling, name: undefined }
    const isComplete = !counting.some(({ total, indexed }) => total !== undefined && indexed === undefined)
    const hasGuests = counting.some((result) => competes(result).grouped)
    const ranked_by: Measure = hasGuests && isComplete ? 'indexed' : 'time'
    const listed = headings.has(key) ? [...headings.keys()].indexOf(key) : undefined
    return { members, code, name, ranked_by, trophies: trophyCount(counting.length, event.trophies), listed }
  })
  return sortRows(groups, ascending('listed', 'code'), (group, by) => (by === 'listed' ? group.listed : group.code))
}

const ascending = (...columns: string[]) => columns.map((attribute) => ({ attribute, direction: 'ascending' as const }))
const byName = ascending('display_name', 'class', 'number')

function nameValue(driver: Driver, attribute: string) {
  return attribute === 'display_name' ? displayName(driver) : attributeOf(driver, attribute)
}

/** Equal results keep the order of their names. */
function sorted(results: readonly EntryResult[], measure: Measure): readonly EntryResult[] {
  return [...results].sort((a, b) => compareResults(a, b, measure))
}

/** One more than the number of better results that count. Only a result with a time that counts has a position. */
function positionAmong(results: readonly EntryResult[], own: EntryResult, measure: Measure): Position | undefined {
  const time = measure === 'time' ? own.total : own.indexed
  if (!own.counts || time === undefined) return undefined
  const orders = results.filter(({ counts }) => counts).map((other) => compareResults(other, own, measure))
  return {
    place: 1 + orders.filter((order) => order < 0).length,
    shared: orders.filter((order) => order === 0).length > 1,
  }
}

/** Undefined unless both results have equally many runs. */
function gap(ahead: EntryResult | undefined, own: EntryResult, measure: Measure): number | undefined {
  const [better, score] = [ahead?.scores[0], own.scores[0]]
  if (!better || better.completed !== score?.completed) return undefined
  return (score[measure] ?? 0) - (better[measure] ?? 0)
}

const completedOf = ({ scores }: EntryResult) => scores.map(({ completed }) => completed).at(0) ?? 0

function runsLeft({ runs }: EntryResult, courses: number, perCourse: number): number {
  const left = (course: number) => perCourse - (runs[course] ?? []).filter(({ counted }) => counted).length
  return Array.from({ length: courses }, (_, course) => Math.max(0, left(course))).reduce((sum, one) => sum + one)
}
