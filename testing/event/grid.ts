import { readTsv } from '../../server/publisher/sources/tables/tsv.ts'

/** AXWare's grid as in the file: every cell by its header. */
export interface Grid {
  readonly header: readonly string[]
  readonly rows: readonly GridRow[]
}

export type GridRow = Readonly<Record<string, string>>

/** One save of the timing software: a new value of one run of one row, counted from 0. */
export interface GridStep {
  readonly row: number
  /** From 1, as in `Run 1` and `Pen 1`. */
  readonly run: number
  readonly time: string
  readonly penalty: string
}

export function readGrid(text: string): Grid {
  const { header, rows } = readTsv(text, 'the example grid')
  return { header, rows }
}

/** The file as AXWare writes it: quotes only where necessary, a tab at the end of each line, CRLF. */
export function gridText({ header, rows }: Grid): string {
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
  return lines.map((cells) => `${cells.map(quoted).join('\t')}\t\r\n`).join('')
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The number of runs for which the grid has columns. */
export function runCount({ header }: Grid): number {
  return header.filter((name) => /^Run \d+$/.test(name)).length
}

export function withStep(grid: Grid, { row, run, time, penalty }: GridStep): Grid {
  const changed = { ...grid.rows[row], [`Run ${run}`]: time, [`Pen ${run}`]: penalty }
  return { ...grid, rows: grid.rows.map((kept, index) => (index === row ? changed : kept)) }
}

/** The same entries without any runs. */
export function withoutRuns(grid: Grid): Grid {
  const blank = Object.fromEntries(
    grid.header.filter((name) => /^(?:Run|Pen) \d+$/.test(name)).map((name) => [name, '']),
  )
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, ...blank })) }
}
