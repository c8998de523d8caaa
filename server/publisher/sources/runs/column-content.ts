import { parseRun } from '../../../../lib/record/run.ts'
import { isRunNotation, normalizeRunCell, runNotation } from './run-notation.ts'

export type Row = Readonly<Record<string, string>>

/** What the cells of some columns say about being runs. */
export type Evidence = 'runs' | 'blank' | 'something_else'

type CellKind = 'blank' | 'time' | 'word' | 'whole' | 'other'

/** Milliseconds. A whole number below it is a count or a position rather than a time. */
const shortestWhole = 10_000
/** No run has hit more cones. */
const mostCones = 50
/** Milliseconds: without a colon, more than this is rather a time or points. */
const mostSeconds = 60_000

function kindOf(cell: string): { readonly kind: CellKind; readonly raw: number } {
  if (cell === '') return { kind: 'blank', raw: 0 }
  const run = parseRun(normalizeRunCell(cell))
  if (run.kind === 'not_run') return { kind: 'blank', raw: 0 }
  if (run.kind === 'no_time' || run.kind === 'rerun') return { kind: 'word', raw: 0 }
  if (run.kind === 'unreadable') return { kind: cell.trim().endsWith('+') ? 'time' : 'other', raw: 0 }
  return { kind: /[.,:]/.test(cell) ? 'time' : 'whole', raw: run.raw }
}

/** As many filled cells as are enough to know what some columns hold. */
const enoughCells = 400

/** Whether these columns hold runs, by the greater part of what is in them. */
export function evidenceOf(keys: readonly string[], rows: readonly Row[]): Evidence {
  let [good, bad] = [0, 0]
  for (const row of rows) {
    for (const key of keys) {
      const { kind, raw } = kindOf(row[key] ?? '')
      if (kind === 'time' || kind === 'word' || (kind === 'whole' && raw >= shortestWhole)) good += 1
      else if (kind !== 'blank') bad += 1
    }
    if (good + bad > enoughCells) break
  }
  if (good + bad === 0) return 'blank'
  return good > bad ? 'runs' : 'something_else'
}

/** Whether each cell of a column is blank, a word without a time, or a time with two decimals and more than 10 s. */
export function looksLikeTimes(key: string, rows: readonly Row[]): boolean {
  let isTimed = false
  for (const row of rows) {
    const cell = row[key] ?? ''
    const { kind, raw } = kindOf(cell)
    if (kind === 'other' || kind === 'whole') return false
    if (kind !== 'time') continue
    if (raw < shortestWhole || !/[.,:]\d{2}/.test(cell)) return false
    isTimed = true
  }
  return isTimed
}

/** Whether each cell of a column is a penalty or blank. */
export function looksLikePenalties(key: string, rows: readonly Row[]): boolean {
  return rows.every((row) => isPenalty(row[key] ?? ''))
}

function isPenalty(cell: string): boolean {
  if (cell === '') return true
  const run = runNotation('40.5', cell)
  if (!isRunNotation(run)) return false
  const parsed = parseRun(run)
  if (parsed.kind !== 'timed') return true
  return parsed.cones <= mostCones && (cell.includes(':') || (parsed.penalty ?? 0) <= mostSeconds)
}

/** Whether a time and its penalty are what such columns hold: in a shifted line they are not. */
export function isPlausibleRun(time: string, penalty: string): boolean {
  const { kind } = kindOf(time)
  return kind !== 'other' && kind !== 'whole' && isPenalty(penalty)
}

/** Whether a column holds anything but blanks, zeros and dashes. */
export function holdsSomething(key: string, rows: readonly Row[]): boolean {
  return rows.some((row) => (row[key] ?? '') !== '' && runNotation('', row[key] ?? '') !== '')
}
