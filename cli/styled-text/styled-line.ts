import { cutText } from './fit-text.ts'
import { withoutOrders } from './safe-text.ts'
import { textWidth } from './text-width.ts'

/** What a piece of text means; paint.ts knows how a terminal shows it. */
export type Style = 'strong' | 'quiet' | 'struck' | 'good' | 'waiting' | 'bad' | 'changed'

export interface Span {
  readonly text: string
  readonly styles: readonly Style[]
}

/** One line of the screen. Texts from outside have been through safeText. */
export type Line = readonly Span[]

export function span(text: string, ...styles: Style[]): Span {
  return { text, styles }
}

export function lineWidth(line: Line): number {
  return line.reduce((width, { text }) => width + textWidth(text), 0)
}

/** The line if it is not wider than `width` cells; otherwise what of it fits before a `…`. */
export function cutLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line
  const kept: Span[] = []
  let left = width
  for (const one of line) {
    const own = textWidth(one.text)
    // The span that reaches the edge carries the sign that more would follow.
    if (own >= left)
      return [...kept, { ...one, text: own > left ? cutText(one.text, left) : cutText(`${one.text} `, left) }]
    kept.push(one)
    left -= own
  }
  return kept
}

/** The line with spaces behind it, up to `width` cells. */
export function filledLine(line: Line, width: number): Line {
  return [...line, span(' '.repeat(Math.max(0, width - lineWidth(line))))]
}

/** The line without any styles, for pipes and files. */
export function plainText(line: Line): string {
  return withoutOrders(line.map(({ text }) => text).join('')).trimEnd()
}
