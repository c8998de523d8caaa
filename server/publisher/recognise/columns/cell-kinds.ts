import { parseRun } from '../../../../lib/record/run.ts'
import { normalizeRunCell } from '../../sources/runs/run-notation.ts'

/** As many cells as are enough to know what a column holds. */
const enough = 500

/** The filled cells of a column, at most 500. */
export function filledCells(key: string, rows: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const filled: string[] = []
  for (const row of rows) {
    const cell = row[key] ?? ''
    if (cell !== '') filled.push(cell)
    if (filled.length === enough) break
  }
  return filled
}

/** Whether at least this share of the cells, 0 to 1, passes a test; false for none. */
export function mostAre(cells: readonly string[], test: (cell: string) => boolean, share = 0.8): boolean {
  return cells.length > 0 && cells.filter(test).length >= cells.length * share
}

/** A time with decimals or colons, such as `48.130`, `1:02,3` or `50.192(1)`. */
export function isTimeCell(cell: string): boolean {
  return /[.,:]\d/.test(cell) && parseRun(normalizeRunCell(cell)).kind === 'timed'
}

/** What a result may be: a time, also without decimals, or a word in its place. */
export function isResultCell(cell: string): boolean {
  return isTimeCell(cell) || isWordCell(cell) || /^\d{2,4}$/.test(cell)
}

/** A word in the place of a time, such as `dnf`, or nothing such as `-`. */
export function isWordCell(cell: string): boolean {
  return ['no_time', 'rerun', 'not_run'].includes(parseRun(normalizeRunCell(cell)).kind)
}

/** A number as cars have it: up to four digits, with a letter or two at most. */
export function isNumberCell(cell: string): boolean {
  return /^[A-Za-z]{0,2}\d{1,4}[A-Za-z]{0,2}$/.test(cell)
}

/** A name of a person: letters without digits, more than one word or `Last, First`. */
export function isNameCell(cell: string): boolean {
  return /^[^\d@/]*\p{L}[^\d@/]*[\s,][^\d@/]*\p{L}[^\d@/]*$/u.test(cell) && cell.length <= 60
}

/** A model of a car: a year, or letters with digits and spaces. */
export function isCarCell(cell: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(cell) ? /\p{L}/u.test(cell) : /\p{L}.*\s.*\d|\d.*\s.*\p{L}/u.test(cell)
}

/** A short code, such as `STR`, `P-STS` or `H1`. */
export function isCodeCell(cell: string): boolean {
  return /^[\p{L}\d][\p{L}\d\-/+. ]{0,7}$/u.test(cell) && !/\d[.,:]\d{2}/.test(cell)
}

/** Whether numbers only count the lines: 1, 2, 3, ... */
export function isCounting(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((cell, index) => Number(cell) === index + 1)
}
