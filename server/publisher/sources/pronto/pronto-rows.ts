import type { HtmlCell, HtmlRow, HtmlTable } from '../html/html-table.ts'

/** Where the columns of a results table are, from 0, by its headings. */
interface Columns {
  readonly position: number
  readonly number: number
  readonly name: number
  readonly car: number
  /** The first column behind the car: the tire of an entry. */
  readonly behindCar: number
}

/** The row of an entry, and the rows with its runs that follow. */
export interface ProntoRows {
  readonly columns: Columns
  readonly head: HtmlRow
  readonly runs: readonly HtmlRow[]
}

interface ProntoTableRows {
  readonly entries: readonly ProntoRows[]
  /** Rows of runs that belong to no entry. */
  readonly stray: readonly HtmlRow[]
}

type Cells = readonly (HtmlCell | undefined)[]

/**
 * Splits the rows below the headings of results into those of the entries. Runs with a total of their own, below an
 * entry that has one, are of an entry whose row is lost: they belong to none.
 */
export function prontoRows(tables: readonly HtmlTable[]): ProntoTableRows {
  const entries: (ProntoRows & { runs: HtmlRow[] })[] = []
  const stray: HtmlRow[] = []
  for (const { rows } of tables) {
    let columns: Columns | undefined
    let entry: (typeof entries)[number] | undefined
    for (const row of rows) {
      columns = columnsOf(row) ?? columns
      if (!columns || columnsOf(row)) continue
      if (textAt(row, columns.number) !== '' || /^\d+$/.test(textAt(row, columns.position))) {
        entry = { columns, head: row, runs: [] }
        entries.push(entry)
      } else if (hasRuns(row)) {
        if (entry && entry.runs.length > 0 && hasTotal(row)) entry = undefined
        if (entry) entry.runs.push(row)
        else stray.push(row)
      }
    }
  }
  return { entries, stray }
}

/** The cells by column; a cell that spans several is in the first of them. */
export function columnCells({ cells }: HtmlRow): Cells {
  if (cells.every(({ colspan }) => colspan === 1)) return cells
  return cells.flatMap((cell) => [cell, ...Array.from({ length: cell.colspan - 1 }, () => undefined)])
}

export function textAt(row: HtmlRow, column: number): string {
  return columnCells(row)[column]?.text ?? ''
}

const names: Readonly<Record<'position' | 'number' | 'name' | 'car', RegExp>> = {
  position: /^pos/i,
  number: /^(?:car\s*(?:#|no\.?|num(?:ber)?)|#|no\.?|num(?:ber)?)$/i,
  name: /^(?:name|driver)/i,
  car: /^(?:car|vehicle|car\s*model)$/i,
}

function columnsOf(row: HtmlRow): Columns | undefined {
  const cells = columnCells(row)
  const find = (heading: RegExp) => cells.findIndex((cell) => heading.test(cell?.text ?? ''))
  const [position, number, name, car] = [names.position, names.number, names.name, names.car].map(find)
  if (position === undefined || number === undefined || name === undefined || car === undefined) return undefined
  if (position < 0 || number < 0 || name < 0) return undefined
  return { position, number, name, car, behindCar: car < 0 ? cells.length : car + (cells[car]?.colspan ?? 1) }
}

function hasRuns({ cells }: HtmlRow): boolean {
  return cells.length > 3 && cells.some(({ text }) => text !== '')
}

function hasTotal({ cells }: HtmlRow): boolean {
  const last = cells.at(-1)
  return last?.best === true && /\d\.\d/.test(last.text) && !last.text.startsWith('(')
}
