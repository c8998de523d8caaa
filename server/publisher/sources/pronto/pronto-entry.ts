import { formatTime, parseTime } from '../../../../lib/record/run.ts'
import { normalizeRunCell } from '../runs/run-notation.ts'

/** One entry as a page of Pronto prints it, in the shape of those of an AXWare page; '' for what it lacks. */
export interface ProntoEntry {
  readonly name: string
  /** The class below its position, whose index it takes in a class of several; else that of its heading. */
  readonly class: string
  /** The class of its heading. */
  readonly group: string
  readonly group_name: string
  readonly number: string
  readonly car: string
  readonly color: string
  readonly tire: string
  readonly runs: readonly string[]
  /** '' for "No Time". */
  readonly total: string
  /** The gap to the entry ahead, without its brackets. */
  readonly difference: string
  readonly position: number | ''
  readonly trophy: boolean
  /** Index in `runs` of the run in bold. */
  readonly best_run: number | undefined
  readonly line: number
}

/**
 * The run notation of a cell such as `50.192(1)`, whose time includes the cones as Pronto prints it: with 2 s for each,
 * `48.192+1`. Of 0 s, the time is without them.
 */
export function prontoRun(cell: string, coneSeconds: number): string {
  const [, time = '', cones = ''] = /^\s*([\d:]+\.\d+)\s*\((\d{1,3})\)\s*$/.exec(cell) ?? []
  const printed = parseTime(time)
  const raw = printed === undefined ? 0 : printed - Math.round(Number(cones) * coneSeconds * 1000)
  if (raw <= 0 || Number(cones) === 0 || coneSeconds === 0) return normalizeRunCell(cell)
  return `${formatTime(raw)}+${Number(cones)}`
}

/** The text of a last cell: the total, the gap in brackets, or neither. */
export function prontoResult(text: string): { readonly total: string; readonly difference: string } {
  const [, gap] = /^\((.*)\)$/.exec(text) ?? []
  if (gap !== undefined) return { total: '', difference: gap }
  return { total: /^no ?time$/i.test(text) ? '' : text, difference: '' }
}
