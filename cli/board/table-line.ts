import type { TimeFormat } from '../../lib/record/run.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import { fitText } from '../styled-text/fit-text.ts'
import { filledLine, type Line, type Style, span } from '../styled-text/styled-line.ts'
import type { Board } from './board.ts'
import { cellText } from './cell-text.ts'
import { headingLine } from './class-heading.ts'
import { type Column, columnSpace, markSpace } from './columns.ts'
import { lastRuns, runSpans } from './run-spans.ts'
import type { TableRow } from './table-rows.ts'

/** The change of a row: its position got better or worse, or only its text changed. */
export type Mark = 'up' | 'down' | 'changed'

const signs: Readonly<Record<Mark, string>> = { up: '▲ ', down: '▼ ', changed: '• ' }
const noSign = span(' '.repeat(markSpace))
const space = span(' '.repeat(columnSpace))

/** The line of a row; a marked row is highlighted as a whole. */
export function tableLine(row: TableRow, { columns, event }: Board, mark: Mark | undefined): Line {
  if (row.kind === 'space') return []
  const shown = columns[row.of.ranked_by]
  if (row.kind === 'heading') return headingLine(row.of, shown)
  const line = entryLine(row.standing, shown, event.time_format)
  if (mark === undefined) return [noSign, ...line]
  return [span(signs[mark], 'changed'), ...line.map(({ text }) => span(text, 'changed'))]
}

/** The line of a list that may be outdated: all of it is quiet. */
export function staleLine(line: Line): Line {
  return line.map(({ text }) => span(text, 'quiet'))
}

function entryLine(standing: Standing, columns: readonly Column[], format: TimeFormat): Line {
  const cells = columns.map(({ attribute, width, align, counting }) => {
    if (attribute === 'runs') return filledLine(lastRuns(runSpans(standing, format), width), width)
    const text = fitText(cellText(standing, attribute, format, counting), width, align)
    return [span(text, ...stylesOf(attribute, standing.total !== undefined))]
  })
  return cells.flatMap((cell, index) => (index === 0 ? cell : [space, ...cell]))
}

function stylesOf(attribute: string, hasTime: boolean): Style[] {
  if (attribute === 'driver') return ['strong']
  if (attribute === 'total') return [hasTime ? 'strong' : 'quiet']
  return attribute === 'car' ? ['quiet'] : []
}
