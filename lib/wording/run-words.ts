import { formatTime, parseRun, type TimeFormat } from '../record/run.ts'

/** A run in words: `40.516 clean`, `41.266 + 1 cone`, `DNF`. */
export function runWords(text: string, format: TimeFormat): string {
  const run = parseRun(text)
  switch (run.kind) {
    case 'timed': {
      const penalties = penaltyWords(run.cones, run.gates)
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

/** `1 cone, 2 gates`; '' for a clean run. */
export function penaltyWords(cones: number, gates: number): string {
  return [count(cones, 'cone'), count(gates, 'gate')].filter((part) => part !== '').join(', ')
}

function count(number: number, thing: string): string {
  if (number === 0) return ''
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}
