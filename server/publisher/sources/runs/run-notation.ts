/**
 * A run in the sport's notation: `40.516`, `41.266+1` (cones), `50.001+1/2` (cones/gates), `61.078+DNF`, `DNF`,
 * `39.9+RRN`, or '' for none. `time` and `penalty` are two fields as timing software writes them. An unknown penalty is
 * kept as written; `isRunNotation` is false for it, and the reader warns.
 */
export function runNotation(time: string, penalty: string): string {
  const clock = readTime(time)
  const word = readPenalty(penalty)
  if (word === '') return clock
  if (clock === '' && /^[A-Z]+$/.test(word)) return word
  return `${clock}+${word}`
}

/**
 * The run notation of a cell with time and penalty: ` 40.357+1`, `61.078+dnf`, `+OFF`, `+0/1`, `50.192(1)`, `RRN`,
 * `25.625+`.
 */
export function normalizeRunCell(cell: string): string {
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim()
  const parts = /^([^+(]*)[+(]\s*([^)]*)\)?$/.exec(text)
  if (!parts) return isPenaltyWord(text) ? readPenalty(text) : readTime(text)
  const [, time = '', penalty = ''] = parts
  // After a plus without a digit, the number of cones is not entered yet.
  return penalty.trim() === '' && time.trim() !== '' ? `${time.trim()}+` : runNotation(time, penalty)
}

/** Whether a run is in the sport's notation: a time, cones and gates, or one of its words. */
export function isRunNotation(run: string): boolean {
  const plus = run.indexOf('+')
  const [time, penalty] = plus < 0 ? [run, ''] : [run.slice(0, plus), run.slice(plus + 1)]
  if (plus < 0 && isPenaltyWord(time)) return true
  const counted = /^\d+(?:\/\d+)?$/.test(penalty)
  return /^(?:[\d:]*[.,]?\d+)?$/.test(time) && (plus < 0 || counted || isPenaltyWord(penalty))
}

function readTime(time: string): string {
  const text = time.trim()
  return /^[0:.]*$/.test(text) ? '' : text
}

// 'dn' is a common typo of 'dnf'; 'out' is AXWare's word for off course; a rerun can have cones, which do not count.
const words: readonly (readonly [RegExp, string])[] = [
  [/^dnf?$/i, 'DNF'],
  [/^(?:off|out)$/i, 'OFF'],
  [/^dns$/i, 'DNS'],
  [/^ds?q$/i, 'DSQ'],
  [/^(?:re-?run|rrn?)\b.*$/i, 'RRN'],
]

function isPenaltyWord(text: string): boolean {
  return words.some(([pattern]) => pattern.test(text))
}

function readPenalty(penalty: string): string {
  const text = penalty.trim().replace(/^\+\s*/, '')
  if (/^0*(?:\/0*)?$/.test(text)) return ''
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? text
}
