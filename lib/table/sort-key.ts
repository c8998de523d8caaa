import { foldText } from '../record/fold-text.ts'
import { parseTime } from '../record/run.ts'

/** The value of a cell for sorting. undefined, NaN, text of spaces only and an empty list are blank. */
export type SortValue = string | number | boolean | undefined | readonly (string | readonly string[])[]

/** A comparable value: its leading number (Infinity without one), then the rest of its text. */
export interface SortKey {
  readonly number: number
  readonly text: string
}

const leadingTime = /^(?:\d+:)+\d+(?:[.,]\d+)?/
const leadingNumber = /^[+\-−]?\d+(?:[.,]\d+)?/

/**
 * The key of a value in natural order: `9` < `10` < `10a` < `Runoff4` < `Runoff10`, `09` equal to `9`, times as times
 * (`59.9` < `1:02.5`), false before true, without case and accents. undefined: blank.
 */
export function sortKey(value: SortValue): SortKey | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : { number: value, text: '' }
  if (typeof value === 'boolean') return { number: value ? 1 : 0, text: '' }
  const text = (typeof value === 'object' ? value.flat().join(' ') : (value ?? '')).trim()
  if (text === '') return undefined
  const [clock = ''] = leadingTime.exec(text) ?? []
  const time = parseTime(clock)
  if (time !== undefined) return { number: time / 1000, text: naturalText(text.slice(clock.length)) }
  const [digits = ''] = leadingNumber.exec(text) ?? []
  if (digits === '') return { number: Number.POSITIVE_INFINITY, text: naturalText(text) }
  return { number: Number(digits.replace('−', '-').replace(',', '.')), text: naturalText(text.slice(digits.length)) }
}

export function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1
  return compareText(a.text, b.text)
}

/** Negative, zero or positive, by UTF-16 code units: a total order that depends on no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Folded text with the length before each run of digits, so that comparing code units compares the numbers. */
function naturalText(text: string): string {
  return foldText(text).replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+/, '')
    return `0${String.fromCharCode(Math.min(significant.length, 0xd7ff))}${significant}`
  })
}
