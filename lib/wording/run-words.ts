import { formatTime, parseRun, type Run, type TimeFormat } from '../record/run.ts'

/** A run in words: `40.516 clean`, `41.266 + 1 cone`, `DNF`. */
export function runWords(text: string, format: TimeFormat): string {
  const run = parseRun(text)
  switch (run.kind) {
    case 'timed': {
      const penalties = penaltyWords(run)
      return `${formatTime(run.raw, format)} ${penalties === '' ? 'clean' : `+ ${penalties}`}`
    }
    case 'no_time':
      return run.raw === undefined ? run.reason : `${formatTime(run.raw, format)} ${run.reason}`
    case 'rerun':
      return 'rerun'
    default:
      return text.trim()
  }
}

/** What a run with a time has besides it. */
type Penalties = Pick<Extract<Run, { kind: 'timed' }>, 'cones' | 'gates' | 'penalty'>

/** `1 cone, 2 gates` or `10.000 s`; '' for a clean run. */
export function penaltyWords({ cones, gates, penalty = 0 }: Penalties): string {
  const seconds = penalty > 0 ? `${formatTime(penalty)} s` : ''
  return [count(cones, 'cone'), count(gates, 'gate'), seconds].filter((part) => part !== '').join(', ')
}

/** Behind the time, as the sport writes it: `+1`, `+1/2` or `+10.000`; '' for a clean run. */
export function penaltyText({ cones, gates, penalty = 0 }: Penalties): string {
  if (penalty > 0) return `+${formatTime(penalty)}`
  if (gates > 0) return `+${cones}/${gates}`
  return cones > 0 ? `+${cones}` : ''
}

function count(number: number, thing: string): string {
  if (number === 0) return ''
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
