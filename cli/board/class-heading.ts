import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import { fitText } from '../styled-text/fit-text.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { cutLine, filledLine, type Line, lineWidth, span } from '../styled-text/styled-line.ts'
import { type Column, columnSpace, markSpace } from './columns.ts'

/** The name of a class, then the titles of the columns right of it. The name is cut before the column of the time. */
export function headingLine(of: ClassStanding, columns: readonly Column[]): Line {
  const starts = columns.map((_, index) => startOf(columns, index))
  const time = starts[columns.findIndex(({ attribute }) => attribute === 'total')]
  return columns.reduce(
    (line, { title, width, align }, index) => {
      const start = starts[index] ?? 0
      if (lineWidth(line) + columnSpace > start) return line
      return [...filledLine(line, start), span(fitText(title, width, align), 'quiet')]
    },
    nameLine(of, time === undefined ? Number.POSITIVE_INFINITY : time - columnSpace),
  )
}

function startOf(columns: readonly Column[], index: number): number {
  return columns.slice(0, index).reduce((start, { width }) => start + width + columnSpace, markSpace)
}

function nameLine({ code, name, entries, trophies }: ClassStanding, room: number): Line {
  const title = name === undefined ? '' : ` ${safeText(name)}`
  const named = [span(safeText(code) || 'No class', 'strong'), span(title)]
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  const timeOnly = entries.every(({ counts }) => !counts)
  const won = timeOnly
    ? ' · time only'
    : trophies === 0
      ? ''
      : trophies === 1
        ? ' · 1 trophy'
        : ` · ${trophies} trophies`
  const lines = [
    [...named, span(`  ${count}${won}`, 'quiet')],
    [...named, span(`  ${count}`, 'quiet')],
  ]
  return lines.find((line) => lineWidth(line) <= room) ?? cutLine(named, room)
}
