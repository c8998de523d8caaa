import type { Event } from '../record/event.ts'
import { type Counting, countingOf } from '../scoring/counting.ts'
import type { Standing } from '../standings/standing.ts'
import { attributeOf } from '../table/sort.ts'
import type { SortValue } from '../table/sort-key.ts'
import { runOf } from './run-of.ts'

/** Where a run is in `runs` of a Standing, counted from 0. */
interface RunPlace {
  readonly course: number
  readonly run: number
}

/** What a column of the results shows. Times and positions are derived; the rest are the record's own attributes. */
export interface ResultColumn {
  readonly attribute: string
  readonly title: string
  readonly numeric: boolean
  /** The slot on a phone, if it is that of another column. */
  readonly slot?: string
  /** Of the column of what is compared before time: laps, courses or runs. */
  readonly counting?: Counting
  /** Of the column of one run. */
  readonly place?: RunPlace
}

/** The slot of a column in the layout for phones. */
export function slotOf({ attribute, slot = attribute }: ResultColumn): string {
  return slot
}

const position: ResultColumn = { attribute: 'position', title: 'Pos', numeric: true }
const classColumn: ResultColumn = { attribute: 'class', title: 'Class', numeric: false }
const number: ResultColumn = { attribute: 'number', title: 'Number', numeric: true }
const driver: ResultColumn = { attribute: 'driver', title: 'Driver', numeric: false }
const car: ResultColumn = { attribute: 'car', title: 'Car', numeric: false }
const total: ResultColumn = { attribute: 'total', title: 'Time', numeric: true }
const indexed: ResultColumn = { attribute: 'indexed', title: 'PAX', numeric: true }
const gap: ResultColumn = { attribute: 'gap', title: 'Gap', numeric: true }
const raw: ResultColumn = { attribute: 'raw_position', title: 'Raw pos', numeric: true }
const pax: ResultColumn = { attribute: 'pax_position', title: 'PAX pos', numeric: true }
const runs: ResultColumn = { attribute: 'runs', title: 'Runs', numeric: false }

/** Whether a table has a column for cars and for indexed times: only if an entry has one. */
export interface OptionalColumns {
  readonly cars: boolean
  readonly index: boolean
  /** The courses or days of the list. */
  readonly courses: number
}

/** The heading of what is counted before time. */
export const countingTitles: Readonly<Record<Counting['unit'], string>> = {
  run: 'Counted',
  course: 'Courses',
  lap: 'Laps',
}

/** The column of laps, courses or runs; none where time alone decides. */
function completed(event: Event, courses: number): ResultColumn[] {
  const counting = countingOf(event, courses)
  if (!counting) return []
  return [{ attribute: 'completed', title: countingTitles[counting.unit], numeric: true, counting }]
}

/** What the columns count before time. */
export function countingIn(columns: readonly ResultColumn[]): Counting | undefined {
  return columns.find(({ counting }) => counting)?.counting
}

/** The columns of the table of one class. */
export function classColumns(event: Event, { cars, index, courses }: OptionalColumns): ResultColumn[] {
  return [
    position,
    number,
    driver,
    ...(cars ? [car] : []),
    ...extra(event),
    ...completed(event, courses),
    total,
    ...(index ? [indexed] : []),
    gap,
    runs,
  ]
}

/** The columns of the table of all entries. */
export function tableColumns(event: Event, { cars, index, courses }: OptionalColumns): ResultColumn[] {
  const inClass = { ...position, title: 'Class pos' }
  const entry = [inClass, classColumn, number, driver, ...(cars ? [car] : []), ...extra(event)]
  return [...entry, ...completed(event, courses), total, raw, ...(index ? [indexed, pax] : []), gap, runs]
}

/** The columns of a ranking of all entries: its own position is first, its own time before the other. */
export function rankingColumns(
  event: Event,
  by: 'pax' | 'raw',
  { cars, courses }: Omit<OptionalColumns, 'index'>,
): ResultColumn[] {
  const entry = [
    ...[classColumn, number, driver, ...(cars ? [car] : [])],
    ...[...extra(event), ...completed(event, courses)],
  ]
  if (by === 'raw') return [{ ...raw, title: 'Pos', slot: 'position' }, ...entry, total, runs]
  const time = { ...total, slot: 'gap' }
  return [{ ...pax, title: 'Pos', slot: 'position' }, ...entry, { ...indexed, slot: 'total' }, time, runs]
}

function extra(event: Event): ResultColumn[] {
  return event.columns.map(({ attribute, title }) => ({ attribute, title, numeric: false }))
}

/** The value by which a column sorts. */
export function sortValueOf(standing: Standing, attribute: string): SortValue {
  switch (attribute) {
    case 'position':
      return standing.class_position?.place
    case 'raw_position':
      return standing.raw_position?.place
    case 'pax_position':
      return standing.pax_position?.place
    case 'driver':
      return standing.driver.display_name ?? standing.driver.driver_name
    case 'completed':
      return standing.completed
    case 'total':
      return standing.total
    case 'indexed':
      return standing.indexed
    case 'gap':
      return standing.gap_to_first ?? (standing.class_position?.place === 1 ? 0 : undefined)
    case 'runs':
      return standing.runs_done
    default:
      return runOf(standing, attribute)?.time ?? attributeOf(standing.driver, attribute)
  }
}
