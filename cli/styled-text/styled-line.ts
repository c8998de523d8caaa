import { cutText } from './fit-text.ts'
import { withoutOrders } from './safe-text.ts'
import { textWidth } from './text-width.ts'

/** The meaning of a span; paint.ts maps it to a look. */
export type Style = 'strong' | 'quiet' | 'struck' | 'good' | 'waiting' | 'bad' | 'changed'

export interface Span {
  readonly text: string
  readonly styles: readonly Style[]
}

/** One line of the screen. Texts from outside must have passed safeText. */
export type Line = readonly Span[]

export function span(text: string, ...styles: Style[]): Span {
  return { text, styles }
}

export function lineWidth(line: Line): number {
  return line.reduce((width, { text }) => width + textWidth(text), 0)
}

/** The line in at most `width` cells, cut before a `…` when it is wider. */
export function cutLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line
  const kept: Span[] = []
  let left = width
  for (const one of line) {
    const own = textWidth(one.text)
    // The span that reaches the edge ends with the ellipsis.
    if (own >= left)
      return [...kept, { ...one, text: own > left ? cutText(one.text, left) : cutText(`${one.text} `, left) }]
    kept.push(one)
    left -= own
  }
  return kept
}

/** The line, filled with spaces up to `width` cells. */
export function filledLine(line: Line, width: number): Line {
  return [...line, span(' '.repeat(Math.max(0, width - lineWidth(line))))]
}

/** The line without any styles, for pipes and files. */
export function plainText(line: Line): string {
  return withoutOrders(line.map(({ text }) => text).join('')).trimEnd()
}
