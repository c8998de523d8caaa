import type { EntrySnapshot, News } from '../day/news.ts'
import { progressOf } from '../day/progress.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun } from '../record/run.ts'
import { runResult } from '../scoring/run-result.ts'
import { formatPosition } from './ordinal.ts'

/**
 * What a run did for its entry: its `first` time, a `better` result, `no_better` one, a run `without_time`, or one more
 * that the total `adds`.
 */
export interface RunOutcome {
  readonly kind: 'first' | 'better' | 'no_better' | 'without_time' | 'adds'
  readonly words: string
}

type Rules = Pick<Event, 'scoring' | 'penalties' | 'time_format'>

/** The outcome of a new run: `PB −0.311, 4th → 2nd`, `no improvement: best 41.885 (+0.459), stays 2nd`. */
export function runOutcome(news: Pick<News, 'before' | 'after' | 'text'>, event: Rules): RunOutcome {
  const { before, after, text } = news
  const { first, better } = progressOf(news)
  const time = (value: number) => formatTime(value, event.time_format)
  if (better !== undefined) return { kind: 'better', words: joined(`PB −${time(better)}`, positionWords(news)) }
  const own = runResult(text, event).time
  if (own === undefined) {
    const what = parseRun(text).kind === 'rerun' ? 'rerun' : 'does not count'
    const result = after.total === undefined ? 'no time yet' : `${resultName(event)} ${time(after.total)}`
    return { kind: 'without_time', words: joined(`${what}: ${result}`, positionWords(news)) }
  }
  if (first) return { kind: 'first', words: joined('first time', positionWords(news)) }
  if (after.total === undefined) return { kind: 'first', words: 'no total yet' }
  if (isSum(event)) return { kind: 'adds', words: joined(`total ${time(after.total)}`, positionWords(news)) }
  const best = `${resultName(event)} ${time(after.total)}`
  const words = `no improvement: ${isOneRun(event) ? comparedWith(best, own - after.total, time) : best}`
  return { kind: 'no_better', words: joined(words, positionWords({ before, after })) }
}

/** `stays 2nd`, `4th → 2nd`, `2nd` after no position; undefined for an entry without a position. */
export function positionWords({ before, after }: Pick<News, 'before' | 'after'>): string | undefined {
  if (!after.position) return undefined
  const now = formatPosition(after.position)
  if (!before.position) return now
  return isSamePlace(before, after) ? `stays ${now}` : `${formatPosition(before.position)} → ${now}`
}

function isSamePlace(before: EntrySnapshot, after: EntrySnapshot): boolean {
  return before.position?.place === after.position?.place
}

/** `by` is how much slower the run is, in ms. It can be negative only if the file publishes a slower result. */
function comparedWith(best: string, by: number, time: (value: number) => string): string {
  if (by === 0) return `equals ${best}`
  return by > 0 ? `${best} (+${time(by)})` : best
}

/** The result is the time of a single run. */
function isOneRun({ scoring }: Pick<Event, 'scoring'>): boolean {
  return scoring === 'best_run' || scoring === 'best_lap'
}

/** Each further run makes the result longer. */
function isSum({ scoring }: Rules): boolean {
  return scoring === 'cumulative' || scoring === 'laps_then_time'
}

/** What an event calls its results. */
export function resultName(event: Pick<Event, 'scoring'>): 'best' | 'total' {
  return isOneRun(event) ? 'best' : 'total'
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}
