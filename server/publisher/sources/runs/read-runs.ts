import type { Row } from './column-content.ts'
import type { RunColumn } from './run-column.ts'
import { normalizeRunCell, runNotation } from './run-notation.ts'

/** The runs of one entry in order, without trailing blanks; one list a day or course if there are several. */
export type Runs = readonly string[] | readonly (readonly string[])[]

/** The runs of a row, from those columns, in the sport's notation. */
export function readRuns(row: Row, columns: readonly RunColumn[]): Runs {
  const days = new Map<number, string[]>()
  for (const { day, keys } of columns) {
    const runs = days.get(day) ?? []
    days.set(day, runs)
    runs.push(readRun(row, keys))
  }
  const lists = [...days.values()].map(withoutTrailingBlanks)
  return days.size === 0 || (days.size === 1 && days.has(0)) ? (lists[0] ?? []) : lists
}

/** Drops blank runs at the end, and keeps those in between. */
export function withoutTrailingBlanks(runs: readonly string[]): readonly string[] {
  return runs.slice(0, runs.findLastIndex((run) => run !== '') + 1)
}

function readRun(row: Row, keys: RunColumn['keys']): string {
  const time = cellOf(row, keys.time)
  const penalty = penaltyOf(row, keys)
  // Some clubs write the penalty into the cell of the time.
  return penalty === '' || runNotation('', penalty) === '' ? normalizeRunCell(time) : runNotation(time, penalty)
}

/** A status or a DNF goes before cones and gates. */
function penaltyOf(row: Row, keys: RunColumn['keys']): string {
  const status = cellOf(row, keys.status)
  if (status !== '' && !well.test(status)) return status
  const dnf = dnfOf(cellOf(row, keys.dnf))
  if (dnf !== '') return dnf
  const count = cellOf(row, keys.count)
  const gates = cellOf(row, keys.gates)
  if (gates === '' || runNotation('', gates) === '') return count
  return runNotation('', count) === '' ? `0/${gates}` : `${count}/${gates}`
}

// cspell:ignore nein: what cells hold
const well = /^(?:ok|finish(?:ed)?|fin|valid|classified|timed|clean|good|[-–—])$/i
const yes = /^(?:1|x|y|yes|true|ja|oui|✓|✔)$/i
const no = /^(?:0*|n|no|false|nein|non|[-–—])$/i

/** A cell below `DNF 1`: a mark, or the word that holds. Of any other text nobody knows what it means. */
function dnfOf(cell: string): string {
  if (no.test(cell)) return ''
  if (yes.test(cell)) return 'DNF'
  return /^\d+$/.test(cell) ? `DNF ${cell}` : cell
}

function cellOf(row: Row, keys: readonly string[]): string {
  for (const key of keys) {
    const cell = row[key]?.trim()
    if (cell) return cell
  }
  return ''
}
