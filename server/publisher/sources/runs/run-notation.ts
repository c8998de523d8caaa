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
  const text = tidy(cell)
  const parts = /^([^+(]*)[+(]\s*([^)]*)\)?$/.exec(text)
  const [, time = '', penalty = ''] = parts ?? []
  if (time === '' && /^[+\s]*$/.test(penalty)) return readTime(text)
  // After a plus without a digit, the number of cones is not entered yet.
  const isOpen = /^[+\s]*$/.test(penalty) && time.trim() !== ''
  return isOpen ? `${time.trim()}+` : runNotation(time, penalty)
}

/** Whether a run is in the sport's notation: a time, cones and gates or seconds, or one of its words. */
export function isRunNotation(run: string): boolean {
  const plus = run.indexOf('+')
  const [time, penalty] = plus < 0 ? [run, ''] : [run.slice(0, plus), run.slice(plus + 1)]
  if (plus < 0 && isPenaltyWord(time)) return true
  const counted = /^\d+(?:\/\d+)?$/.test(penalty) || /^(?:\d{1,2}:\d{2}(?:[.,]\d+)?|\d{1,4}[.,]\d+)$/.test(penalty)
  return /^(?:[\d:]*[.,]?\d+)?$/.test(time) && (plus < 0 || counted || isPenaltyWord(penalty))
}

function tidy(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

/** What files have in the place of a time or a penalty that is not there. */
const nothing = /^(?:[-–—−.:,_]*|n\/?a|none|null|nan)$/i
const zero = /^[0:.,]+$/

/** A time as the sport writes it, or a word in its place; '' for nothing and for zeros. Other texts stay. */
function readTime(time: string): string {
  const text = tidy(time)
  if (nothing.test(text) || zero.test(text)) return ''
  if (isPenaltyWord(text)) return readPenalty(text)
  // Some programs write a colon before the milliseconds.
  const colons = /^(\d{1,2}):([0-5]\d):(\d{3})$/.exec(text)
  if (colons) return `${Number(colons[1])}:${colons[2]}.${colons[3]}`
  // What a program has computed: 61.19999999999999 means 61.2.
  return /^\d+\.\d{7,}$/.test(text) ? String(Math.round(Number(text) * 1e6) / 1e6) : text
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

/** Cones and gates, as `1`, `1.0`, `2 cones`, `1/2`, `1 / 0` or `1C1G`. */
const counts = /^(\d+)(?:[.,]0+)?(?:\s*(?:cones?|c))?(?:\s*\/?\s*(\d+)(?:[.,]0+)?(?:\s*(?:gates?|g))?)?$/i

/** `1`, `1/2`, a word, '' for none. Any other text stays as it is. */
function readPenalty(penalty: string): string {
  const text = tidy(penalty).replace(/^[+ ]+/, '')
  if (nothing.test(text) || zero.test(text) || /^(?:clean|ok)$/i.test(text)) return ''
  const [, cones, gates = '0'] = counts.exec(text) ?? []
  if (cones !== undefined) return countsOf(Number(cones), Number(gates))
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? text
}

function countsOf(cones: number, gates: number): string {
  if (gates > 0) return `${cones}/${gates}`
  return cones > 0 ? `${cones}` : ''
}
