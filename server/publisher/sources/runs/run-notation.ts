/**
 * A run in the sport's notation: `40.516`, `41.266+1` (cones), `50.001+1/2` (cones/gates), `61.078+DNF`, `DNF`,
 * `39.9+RRN`, or '' where nothing was run. Takes the time and the penalty as timing software writes them, in two
 * fields.
 *
 * A penalty nobody knows is kept as it stands after the plus; `isRunNotation` tells, and the reader warns.
 */
export function runNotation(time: string, penalty: string): string {
  const clock = readTime(time)
  const word = readPenalty(penalty)
  if (word === '') return clock
  if (clock === '' && /^[A-Z]+$/.test(word)) return word
  return `${clock}+${word}`
}

/** The same for a cell that holds both: ` 40.357+1`, `61.078+dnf`, `+OFF`, `+0/1`, `50.192(1)`, `RRN`, `25.625+`. */
export function normalizeRunCell(cell: string): string {
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim()
  const parts = /^([^+(]*)[+(]\s*([^)]*)\)?$/.exec(text)
  if (!parts) return isPenaltyWord(text) ? readPenalty(text) : readTime(text)
  const [, time = '', penalty = ''] = parts
  // A plus without a digit means that somebody still has to say how many.
  return penalty.trim() === '' && time.trim() !== '' ? `${time.trim()}+` : runNotation(time, penalty)
}

/** Whether a run says what is known of it: a time, cones and gates, or one of the sport's words. */
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

// 'dn' is how 'dnf' gets typed; 'out' is AXWare's word for off course; a rerun can carry its cones, which do not count.
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
