import type { Driver } from '../../../../lib/record/driver.ts'
import type { Event, EventClass } from '../../../../lib/record/event.ts'
import { formatTime, parseTime } from '../../../../lib/record/run.ts'
import { classKey } from '../../../../lib/scoring/class-code.ts'
import { type EntryResult, entryResult } from '../../../../lib/scoring/entry-result.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { nameInMessage } from '../record/name-in-message.ts'
import { type FactorRange, factorRange, overlaps, sharedFactor } from './shared-factor.ts'

/** The times that the file has for an entry, in ms, beside the result of its runs alone. */
export interface PublishedTimes {
  readonly driver: Driver
  readonly total: number | undefined
  readonly indexed: number | undefined
  readonly result: EntryResult
  /** The factors that lead from the runs to `indexed`; undefined where nothing can be said of them. */
  readonly implied: FactorRange | undefined
}

/** Undefined for an entry without published times. */
export function publishedTimes(
  driver: Driver,
  event: Event,
  classes: ReadonlyMap<string, EventClass>,
): PublishedTimes | undefined {
  const total = parseTime(String(driver.published_total ?? ''))
  const indexed = parseTime(driver.published_indexed ?? '') || undefined
  if (total === undefined && indexed === undefined) return undefined
  const { published_indexed: _, ...record } = driver
  const result = entryResult(record, event, classes)
  // Where the index multiplies raw times, another run can have the best indexed time.
  const isImplied = indexed !== undefined && result.total && event.index_applies_to === 'total'
  const implied = isImplied ? factorRange(indexed, result.total, tolerance(result)) : undefined
  return { driver, total, indexed, result, implied }
}

/** Programs cut or round the third decimal, those of two days each of them. Milliseconds. */
function tolerance({ completed }: EntryResult): number {
  return Math.max(1, completed)
}

/** Warnings of times in the file that the runs do not give: a wrong rule in event.yaml, or a stale number. */
export function publishedTimeWarnings(all: readonly PublishedTimes[]): readonly SourceWarning[] {
  const classes = new Map<string, PublishedTimes[]>()
  for (const times of all) {
    if (times.indexed === undefined) continue
    const key = classKey(times.driver.index_class || times.driver.class || '')
    const same = classes.get(key)
    if (same) same.push(times)
    else classes.set(key, [times])
  }
  return [...all.flatMap(totalWarning), ...[...classes.values()].flatMap(indexedWarnings)]
}

function totalWarning({ driver, total, indexed, result }: PublishedTimes): readonly SourceWarning[] {
  // The same cell twice: it is an indexed time, or nothing that the runs give.
  if (total === undefined || total === result.total || total === indexed) return []
  if (result.indexed !== undefined && Math.abs(total - result.indexed) <= tolerance(result)) return []
  const ours = result.total === undefined ? 'no time' : formatTime(result.total)
  const message = `${nameInMessage(driver)}: the file has the total ${formatTime(total)}; its runs give ${ours}.`
  return [{ code: 'total_differs', message, driver_name: driver.driver_name }]
}

/** Compares by the index of event.yaml; where it has none, by the factor that most entries of the class share. */
function indexedWarnings(same: readonly PublishedTimes[]): readonly SourceWarning[] {
  const comparable = same.filter(({ result }) => result.runs_done > 0)
  const untimed = comparable.filter(({ result }) => result.total === undefined)
  const timed = comparable.filter(({ result }) => result.total !== undefined)
  const wrong = timed.filter(({ indexed = 0, result }) => {
    return result.indexed === undefined || Math.abs(indexed - result.indexed) > tolerance(result)
  })
  const shared = sharedFactor(timed.flatMap(({ implied }) => implied ?? []))
  return [...untimed.map((times) => indexedWarning(times, 'no time')), ...factorWarnings(timed, wrong, shared)]
}

function factorWarnings(
  timed: readonly PublishedTimes[],
  wrong: readonly PublishedTimes[],
  shared: ReturnType<typeof sharedFactor>,
): readonly SourceWarning[] {
  const [first, second] = wrong
  if (!first || !shared) return wrong.filter(hasFactor).map((times) => indexedWarning(times))
  const own = first.result.factor
  const isShared = shared.count > 1 && shared.count * 2 > timed.length
  if (isShared && (own === undefined || own < shared.low || own > shared.high)) {
    const outside = wrong.filter(({ implied }) => implied && !overlaps(implied, shared))
    const each = outside.map((times) => indexedWarning(times, timeBy(times, shared.factor)))
    return own === undefined ? each : [otherFactor(first, own, shared.factor), ...each]
  }
  if (own !== undefined) return wrong.map((times) => indexedWarning(times))
  return second && timed.length === 2 ? [twoFactors(first, second)] : []
}

function hasFactor({ result }: PublishedTimes): boolean {
  return result.factor !== undefined
}

function timeBy({ result: { total = 0 } }: PublishedTimes, factor: number): string {
  return `${formatTime(total)} x ${shown(factor)} = ${formatTime(Math.round(total * factor))}`
}

function shown(factor: number): string {
  return String(Number(factor.toFixed(4)))
}

/** A number that is total and indexed time at once is called a total. */
function indexedWarning(times: PublishedTimes, ours = timeBy(times, times.result.factor ?? 0)): SourceWarning {
  const { driver, total, indexed = 0 } = times
  const isTotal = total === indexed
  const what = isTotal ? 'total' : 'indexed time'
  const message = `${nameInMessage(driver)}: the file has the ${what} ${formatTime(indexed)}; its runs give ${ours}.`
  return { code: isTotal ? 'total_differs' : 'indexed_differs', message, driver_name: driver.driver_name }
}

function otherFactor({ driver }: PublishedTimes, own: number, factor: number): SourceWarning {
  const message = `Class ${driver.class}: the indexed times in the file are those of the index ${shown(factor)}; event.yaml has ${own}. Correct one of them.`
  return { code: 'indexed_differs', message }
}

function twoFactors(one: PublishedTimes, other: PublishedTimes): SourceWarning {
  const factorOf = ({ indexed = 0, result: { total = 1 } }: PublishedTimes) => shown(indexed / total)
  const [first, second] = [one, other].map(({ driver }) => nameInMessage(driver))
  const message = `Class ${one.driver.class}: the indexed times of ${first} and ${second} are of two indices, ${factorOf(one)} and ${factorOf(other)}; one may be stale.`
  return { code: 'indexed_differs', message }
}
