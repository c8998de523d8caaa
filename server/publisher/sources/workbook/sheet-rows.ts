import { SourceError } from '../source-error.ts'
import type { Line } from '../tables/lines.ts'
import { numberText } from './number-text.ts'
import { listenToXml } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly is1904: boolean
}

export interface SheetRows {
  /** The rows with something in them; `line` is the number of the row. */
  readonly rows: readonly Line[]
  /** The first cell whose formula has no result, such as `C4`, and how many there are. */
  readonly withoutResult: { readonly cell: string; readonly row: number; readonly count: number } | undefined
}

/** More than any sheet of results has. */
export const sheetLimits = { rows: 100_000, columns: 500, cells: 1_000_000 }

/** Reads the cells of a sheet as the texts that people see. Throws 'file_too_large' for more than a million. */
export function sheetRows(xml: string, file: string, context: CellContext): SheetRows {
  const rows: { fields: string[]; line: number }[] = []
  let row = 0
  let column = 0
  let cell: { type: string; style: number; reference: string; value: string; isFormula: boolean } | undefined
  let isValue = false
  let cells = 0
  let first: { cell: string; row: number } | undefined
  let count = 0

  const finish = () => {
    if (!cell) return
    const text = cellText(cell, context)
    if (text === undefined) throw withoutText(file, cell.reference, row)
    if (cell.isFormula && cell.value === '' && cell.type !== 'str') {
      first ??= { cell: cell.reference, row }
      count += 1
    }
    if (text !== '') {
      const fields = rows.at(-1)?.line === row ? rows.at(-1)?.fields : undefined
      const own = fields ?? []
      if (!fields) rows.push({ fields: own, line: row })
      while (own.length < column - 1) own.push('')
      own[column - 1] = text
    }
    cell = undefined
  }

  listenToXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = 0
      } else if (name === 'c') {
        const reference = attributes.r ?? ''
        column = columnOf(reference) ?? column + 1
        cells += 1
        if (cells > sheetLimits.cells || column > sheetLimits.columns || rows.length > sheetLimits.rows)
          throw tooLarge(file, row)
        const style = Number(attributes.s ?? 0)
        cell = { type: attributes.t ?? 'n', style, reference, value: '', isFormula: false }
      } else if (name === 'f' && cell) cell.isFormula = true
      isValue = name === 'v' || name === 't'
    },
    text(part) {
      if (cell && isValue) cell.value += part
    },
    close(name) {
      isValue = false
      if (name === 'c') finish()
    },
  })
  return { rows, withoutResult: first && { ...first, count } }
}

/** Undefined for a cell that names a text which the workbook does not have. */
function cellText(cell: { type: string; style: number; value: string }, context: CellContext): string | undefined {
  const { type, value } = cell
  if (value === '') return ''
  if (type === 's') {
    const text = context.strings[Number(value)]
    return text === undefined ? undefined : tidy(text)
  }
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n') return numberText(Number(value), context.formats[cell.style] ?? 'General', context.is1904)
  return tidy(value)
}

/** Line ends and other control characters are written as _x000D_. */
function tidy(text: string): string {
  const written = text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return written.replace(/\s+/g, ' ').trim()
}

/** The number of the column in `AB12`, from 1. */
function columnOf(reference: string): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? []
  if (letters === undefined) return undefined
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function withoutText(file: string, cell: string, row: number): SourceError {
  const hint = 'Open it in its program and save it again.'
  return new SourceError('half_written', file, `the text of cell ${cell} is not in the workbook.`, hint, row)
}

function tooLarge(file: string, row: number): SourceError {
  const { rows, columns, cells } = sheetLimits
  const problem = `a sheet has more than ${rows} rows, ${columns} columns or ${cells} cells.`
  return new SourceError('file_too_large', file, problem, 'Save the results alone, on a sheet of their own.', row)
}
