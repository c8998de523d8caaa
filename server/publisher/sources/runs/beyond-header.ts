import type { TableColumn } from '../table-column.ts'
import { evidenceOf, isPlausibleRun, looksLikePenalties, type Row } from './column-content.ts'
import { type RunColumn, type RunPart, runColumn } from './run-column.ts'

/**
 * The runs in columns without a heading behind the last run, in the order of that run's columns. Some files have a
 * header for four runs, and a fifth one in the rows. Only as far as their cells are times and penalties.
 */
export function columnsBeyondHeader(
  found: readonly RunColumn[],
  columns: readonly TableColumn[],
  rows: readonly Row[],
): readonly RunColumn[] {
  const last = found.at(-1)
  const end = Math.max(...found.flatMap(({ parts }) => parts.map(({ column }) => column.index)))
  const behind = columns.filter(({ index }) => index > end)
  const [first] = behind
  if (!last || !first || behind.some(({ heading }) => heading !== '')) return []
  const layout = [...last.parts].sort((a, b) => a.column.index - b.column.index).map(({ part }) => part)
  if (layout[0] !== 'time') return []
  const runs: { day: number; run: number; parts: RunPart[] }[] = []
  for (const column of behind) {
    const offset = column.index - first.index
    const part = layout[offset % layout.length] ?? 'time'
    const isFit = part === 'time' ? evidenceOf([column.key], rows) === 'runs' : looksLikePenalties(column.key, rows)
    if (!isFit) break
    const run = last.run + 1 + Math.floor(offset / layout.length)
    if (runs.at(-1)?.run !== run) runs.push({ day: last.day, run, parts: [] })
    runs.at(-1)?.parts.push({ part, column })
  }
  // A penalty without a time is no run.
  return runs.map(runColumn).filter(({ keys }) => keys.time.length > 0)
}

/**
 * Of the rows that hold more than the header names, those that do not go on with runs. A separator too many shifts a
 * line, so that its numbers stand below times.
 */
export function longRowsWithoutRuns(
  runs: readonly RunColumn[],
  { width, long, rows }: { readonly width: number; readonly long: readonly number[]; readonly rows: readonly Row[] },
): readonly number[] {
  const isBeyond = runs.some(({ parts }) => parts.some(({ column }) => column.index >= width))
  return isBeyond ? long.filter((index) => !isPlausibleRow(runs, rows[index] ?? {})) : long
}

function isPlausibleRow(runs: readonly RunColumn[], row: Row): boolean {
  const cell = (keys: readonly string[]) => row[keys[0] ?? ''] ?? ''
  return runs.every(({ keys }) => isPlausibleRun(cell(keys.time), cell(keys.count)))
}
