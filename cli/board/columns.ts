import { classColumns, type ResultColumn } from '../../lib/reader/result-columns.ts'
import type { Event } from '../../lib/record/event.ts'
import { type Counting, countingOf } from '../../lib/scoring/counting.ts'
import type { Measure } from '../../lib/scoring/ranking.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { lineWidth } from '../styled-text/styled-line.ts'
import { textWidth } from '../styled-text/text-width.ts'
import { cellText } from './cell-text.ts'
import { runSpans } from './run-spans.ts'

export interface Column {
  readonly attribute: string
  readonly title: string
  readonly align: 'left' | 'right'
  readonly width: number
  /** What the event compares before time. */
  readonly counting: Counting | undefined
}

/** Cells between two columns. */
export const columnSpace = 2
/** Cells for the mark on the left of an entry. */
export const markSpace = 2

/** The most cells of a column other than the runs, whatever the text. */
const widest = 40

/** A width that a column should have if there is room. */
interface Wish {
  readonly attribute: string
  readonly width: number
}

/** The columns by the measure of the class; a class ranked by indexed time also shows that time. */
export type Columns = Readonly<Record<Measure, readonly Column[]>>

/**
 * The columns of the page's class view that fit into `width` cells, each as wide as its texts in these classes, or as
 * there is room. Position, name and time are granted first, then laps or courses, number and gap, the last runs,
 * the car, and the rest.
 */
export function fitColumns(
  classes: readonly ClassStanding[],
  { event, courses }: Pick<Standings, 'event' | 'courses'>,
  width: number,
): Columns {
  const counting = countingOf(event, courses)
  const needs = needsOf(classes, event, courses)
  const columnsFor = (rankedBy: Measure): readonly Column[] => {
    const shown = classColumns(event, { cars: needs.cars, index: rankedBy === 'indexed', courses })
    const widths = grant(wishes(shown, needs), width)
    return shown.flatMap((column) => {
      const { attribute, numeric } = column
      const granted = widths.get(attribute)
      const align = numeric && attribute !== 'position' ? 'right' : 'left'
      return granted === undefined ? [] : [{ attribute, title: titleOf(column), align, width: granted, counting }]
    })
  }
  return { time: columnsFor('time'), indexed: columnsFor('indexed') }
}

/** The widths that the entries need without a limit. */
interface Needs {
  readonly widths: ReadonlyMap<string, number>
  /** The widest of all runs. */
  readonly oneRun: number
  readonly cars: boolean
}

function needsOf(classes: readonly ClassStanding[], event: Event, courses: number): Needs {
  const counting = countingOf(event, courses)
  const entries = classes.flatMap(({ entries }) => entries)
  const cars = entries.some(({ driver }) => driver.car)
  const columns = classColumns(event, { cars, index: true, courses })
  const widths = new Map(columns.map((column) => [column.attribute, textWidth(titleOf(column))]))
  const need = (attribute: string, width: number) => {
    widths.set(attribute, Math.max(width, widths.get(attribute) ?? 0))
  }
  let oneRun = 0
  for (const standing of entries) {
    for (const { attribute } of columns) {
      if (attribute === 'runs') continue
      need(attribute, Math.min(widest, textWidth(cellText(standing, attribute, event.time_format, counting))))
    }
    const runs = runSpans(standing, event.time_format)
    need('runs', lineWidth(runs))
    oneRun = runs.reduce((most, run) => Math.max(most, lineWidth([run])), oneRun)
  }
  return { widths, oneRun, cars }
}

/** The wishes in the order in which they are granted. */
function wishes(columns: readonly ResultColumn[], { widths, oneRun }: Needs): Wish[] {
  const upTo = (attribute: string, most: number): Wish => {
    return { attribute, width: Math.min(most, widths.get(attribute) ?? 0) }
  }
  const whole = (attribute: string) => upTo(attribute, Number.POSITIVE_INFINITY)
  const all = [
    ...[whole('position'), upTo('driver', 8), whole('total'), whole('completed')],
    ...[whole('number'), whole('gap'), whole('indexed')],
    ...[upTo('driver', 16), upTo('runs', oneRun + 2), upTo('driver', 24), upTo('runs', 2 * oneRun + 4)],
    ...[upTo('car', 18), whole('runs'), whole('driver'), whole('car')],
    ...columns.map(({ attribute }) => whole(attribute)),
  ]
  return all.filter(({ attribute }) => columns.some((column) => column.attribute === attribute))
}

/**
 * The widths of the granted columns. A granted column grows as far as there is room; a new one is granted only whole,
 * and only while no earlier new one was refused.
 */
function grant(wished: readonly Wish[], width: number): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  let left = width + columnSpace
  let isFull = false
  for (const { attribute, width: wish } of wished) {
    const before = widths.get(attribute)
    const more = before === undefined ? wish + columnSpace : Math.min(left, wish - before)
    if (before === undefined) isFull ||= more > left
    if (more <= 0 || (before === undefined && isFull)) continue
    widths.set(attribute, before === undefined ? wish : before + more)
    left -= more
  }
  return widths
}

function titleOf({ attribute, title }: ResultColumn): string {
  return attribute === 'number' ? 'No' : safeText(title)
}
