import { formatTime, type Run, type TimeFormat } from '../record/run.ts'
import { penaltyText } from './run-words.ts'

/** A run in the sport's notation, with the decimal sign of all other times: `40.516+1`, `61.078+DNF`, `–` for none. */
export function runNotation(run: Run, format: TimeFormat): string {
  switch (run.kind) {
    case 'not_run':
      return '–'
    case 'timed':
      return `${formatTime(run.raw, format)}${penaltyText(run)}`
    case 'no_time':
      return run.raw === undefined ? run.reason : `${formatTime(run.raw, format)}+${run.reason}`
    case 'rerun':
      return run.raw === undefined ? 'RRN' : `${formatTime(run.raw, format)}+RRN`
    case 'unreadable':
      return run.text
  }
}
