import { type Driver, displayName, runsByCourse } from '../../../../lib/record/driver.ts'
import type { Event, EventClass } from '../../../../lib/record/event.ts'
import { parseRun, parseTime } from '../../../../lib/record/run.ts'
import { classesByCode, entryCounts } from '../../../../lib/scoring/class-code.ts'
import { entryResult } from '../../../../lib/scoring/entry-result.ts'
import { indexFactor } from '../../../../lib/scoring/index-factor.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { closestNames } from '../../files/closest-names.ts'
import { createPassMemory } from '../../memory/pass-memory.ts'
import { nameInMessage } from '../record/name-in-message.ts'
import { conesInTimes } from './cones-in-times.ts'
import { fewerRuns } from './fewer-runs.ts'
import { groupsByTime } from './group-checks.ts'
import { type PublishedTimes, publishedTimes, publishedTimeWarnings } from './published-times.ts'
import { unusedSettings } from './unused-settings.ts'

/** Milliseconds. Shorter than any course, or any lap: a faster run is a test of the timer. */
const shortestRun = 10_000
const shortestLap = 1000

// UTF-8 that was read as windows-1252, or the replacement character.
const mojibake = /Ã[\u0080-\u00bf¡-¿]|â€|\ufffd/

/** Warnings about a usable list, as createSourceChecks gives them. */
export function sourceChecks(
  drivers: readonly Driver[],
  mostRuns: ReadonlyMap<string, number>,
  event: Event,
): SourceWarning[] {
  return createSourceChecks()(drivers, mostRuns, event)
}

/** What the checks of one driver say, by the rules of one event. */
interface DriverChecks {
  readonly runs: number
  /** It has a time, and neither a published indexed time nor an index. */
  readonly lacksIndex: boolean
  readonly published: PublishedTimes | undefined
  readonly own: readonly SourceWarning[]
}

/**
 * Checks lists one after the other; a record that stays the same object is checked once. The warnings are about a
 * usable list, and none stops it. `mostRuns` is the largest number of runs that was published of each driver: a removed
 * run is worth a warning as long as it is missing.
 */
export function createSourceChecks() {
  let memory = createPassMemory<Driver, DriverChecks>()
  let rules = ''

  return (drivers: readonly Driver[], mostRuns: ReadonlyMap<string, number>, event: Event): SourceWarning[] => {
    const classes = classesByCode(event)
    const found = JSON.stringify(event)
    if (found !== rules) memory = createPassMemory()
    rules = found
    const checks = drivers.map((driver) => memory.recall(driver, () => checkDriver(driver, event, classes)))
    memory.endPass()
    const published = checks.flatMap(({ published }) => published ?? [])
    const held = conesInTimes(published, event)
    return [
      ...unusedSettings(event),
      ...unknownColumns(drivers, event),
      ...repeatedNumbers(drivers),
      ...classesWithoutIndex(drivers, classes),
      ...groupsByTime(drivers, (index) => checks[index]?.lacksIndex === true, classes),
      ...(held ? [held.warning] : []),
      ...publishedTimeWarnings(published.filter(({ driver }) => !held?.drivers.has(driver))),
      ...checks.flatMap(({ own }) => own),
      ...fewerRuns(drivers, (index) => checks[index]?.runs ?? 0, mostRuns),
    ]
  }
}

function checkDriver(driver: Driver, event: Event, classes: ReadonlyMap<string, EventClass>): DriverChecks {
  return {
    runs: runsDone(driver),
    lacksIndex: lacksIndex(driver, event, classes),
    published: publishedTimes(driver, event, classes),
    own: driverChecks(driver, shortestIn(event)),
  }
}

function lacksIndex(driver: Driver, event: Event, classes: ReadonlyMap<string, EventClass>): boolean {
  if (indexFactor(driver, classes) !== undefined) return false
  const { total, indexed } = entryResult(driver, event, classes)
  return total !== undefined && indexed === undefined
}

/** The number of runs of a driver, of any kind. */
export function runsDone(driver: Driver): number {
  return runsByCourse(driver)
    .flat()
    .filter((text) => text !== '').length
}

/** Columns of event.yaml that no record has: they would be empty. */
function unknownColumns(drivers: readonly Driver[], { columns }: Event): SourceWarning[] {
  const unknown = columns.filter(({ attribute }) => !drivers.some((driver) => attribute in driver))
  if (unknown.length === 0 || drivers.length === 0) return []
  const names = [...new Set(drivers.flatMap((driver) => Object.keys(driver)))]
  return unknown.map(({ attribute }) => ({
    code: 'unknown_column',
    message: `columns in event.yaml has "${attribute}", which no record has. Did you mean "${closestNames(attribute, names, 1)[0]}"?`,
  }))
}

function repeatedNumbers(drivers: readonly Driver[]): SourceWarning[] {
  const entries = new Map<string, Driver[]>()
  for (const driver of drivers) {
    if (!driver.class || !driver.number) continue
    const key = `${driver.class} ${driver.number}`.toLowerCase()
    entries.set(key, [...(entries.get(key) ?? []), driver])
  }
  return [...entries.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      code: 'repeated_number',
      message: `${same[0]?.class} ${same[0]?.number} is given to ${same.map(nameInMessage).join(' and ')}.`,
    }))
}

function shortestIn({ shortest_run: chosen, scoring }: Event): number {
  if (chosen !== undefined) return chosen * 1000
  return scoring === 'best_lap' || scoring === 'laps_then_time' ? shortestLap : shortestRun
}

function driverChecks(driver: Driver, shortest: number): SourceWarning[] {
  const warnings: SourceWarning[] = []
  const warn = (code: string, message: string) =>
    warnings.push({ code, message: `${nameInMessage(driver)}: ${message}`, driver_name: driver.driver_name })

  for (const text of runsByCourse(driver).flat()) {
    const run = parseRun(text)
    if (run.kind === 'unreadable') warn('unreadable_run', `the run "${text}" cannot be read and does not count.`)
    if (text.endsWith('+')) warn('open_penalty', `the run "${text}" has a plus without a number; it counts as clean.`)
    if (run.kind === 'timed' && run.raw < shortest) warn('impossible_time', `a run of ${text} is hardly possible.`)
  }
  if (mojibake.test(displayName(driver))) warn('mojibake', 'the name looks as if it was saved in another encoding.')
  return warnings
}

/** One warning for each class without an index, if another class has one. */
function classesWithoutIndex(drivers: readonly Driver[], classes: ReadonlyMap<string, EventClass>): SourceWarning[] {
  if (![...classes.values()].some((one) => one.index !== undefined)) return []
  const counts = new Map<string, number>()
  for (const driver of drivers) {
    if (!driver.class || driver.published_indexed || indexFactor(driver, classes) !== undefined) continue
    if (!entryCounts(driver, classes)) continue
    counts.set(driver.class, (counts.get(driver.class) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => ({
    code: 'class_without_index',
    message: `Class ${code} has no index in event.yaml: ${count === 1 ? 'its entry has' : `its ${count} entries have`} no PAX time. Write one there, or say in the template by index_class whose index it takes.`,
  }))
}

/** The drivers as they are published: without a total that is only for checks, because the runs give the result. */
export function withoutCheckedTotals(drivers: readonly Driver[]): Driver[] {
  return drivers.map((driver) => {
    const { published_total, ...shown } = driver
    return published_total === undefined || mayBeResult(driver) ? driver : shown
  })
}

function mayBeResult(driver: Driver): boolean {
  const isTime = (parseTime(String(driver.published_total ?? '')) ?? 0) > 0
  return isTime && (driver.published_laps !== undefined || runsDone(driver) === 0)
}
