import type { News } from '../day/news.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun, type Run, type TimeFormat } from '../record/run.ts'
import { formatPosition } from './ordinal.ts'
import { runNotation } from './run-notation.ts'
import { positionWords, resultName } from './run-outcome.ts'

/** A correction, old → new: `+14 → +15 cones` for the same clock time, `41.266+1 → 41.300`, `DNF → taken away`. */
export function correctionWords({ text_before, text }: Pick<News, 'text_before' | 'text'>, format: TimeFormat): string {
  const [before, now] = [parseRun(text_before), parseRun(text)]
  return (
    conesWords(before, now) ??
    `${runNotation(before, format)} → ${now.kind === 'not_run' ? 'taken away' : runNotation(now, format)}`
  )
}

/** What a correction did to the result: `best stays 60.662, 6th`, `best 60.662 → 62.662, 6th → 7th`. */
export function correctionOutcome(news: Pick<News, 'before' | 'after'>, event: Event): string {
  const { before, after } = news
  const time = (value: number) => formatTime(value, event.time_format)
  const name = resultName(event)
  if (after.total === undefined) return 'no time now'
  if (before.total !== after.total) {
    const from = before.total === undefined ? '' : `${time(before.total)} → `
    return [`${name} ${from}${time(after.total)}`, positionWords(news)].filter(Boolean).join(', ')
  }
  const isSamePlace = after.position && before.position?.place === after.position.place
  const position = isSamePlace ? formatPosition(after.position) : positionWords(news)
  return [`${name} stays ${time(after.total)}`, position].filter(Boolean).join(', ')
}

/** `+14 → +15 cones`, `clean → +1 cone`; undefined if anything else differs. */
function conesWords(before: Run, now: Run): string | undefined {
  if (before.kind !== 'timed' || now.kind !== 'timed') return undefined
  const isOnlyCones = [before, now].every(({ gates, penalty = 0 }) => gates === 0 && penalty === 0)
  if (!isOnlyCones || before.raw !== now.raw || before.cones === now.cones) return undefined
  if (now.cones === 0) return `+${counted(before.cones)} → clean`
  return `${before.cones === 0 ? 'clean' : `+${before.cones}`} → +${counted(now.cones)}`
}

function counted(cones: number): string {
  return `${cones} ${cones === 1 ? 'cone' : 'cones'}`
}
