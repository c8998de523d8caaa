import { formatTime, parseRun, type TimeFormat } from '../record/run.ts'
import { penaltyWords } from './run-words.ts'

/** What the clock showed, large and alone: `40.516`, `DNF`, `Rerun`. */
export function runClock(text: string, format: TimeFormat): string {
  const run = parseRun(text)
  if (run.kind === 'timed') return formatTime(run.raw, format)
  if (run.kind === 'no_time') return run.reason
  return run.kind === 'rerun' ? 'Rerun' : text
}

/** What stands beside the clock's time: `clean`, `+ 1 cone`; '' for a run without a time. */
export function runPenalties(text: string): string {
  const run = parseRun(text)
  if (run.kind !== 'timed') return ''
  const words = penaltyWords(run)
  return words === '' ? 'clean' : `+ ${words}`
}
