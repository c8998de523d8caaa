import { cutLine, type Line, lineWidth, type Span, span } from './styled-line.ts'

/** The parts with dots between them, on as many lines as needed. Only a part that is wider than a line is cut. */
export function wrapParts(parts: readonly Span[], width: number): readonly Line[] {
  return wrapped(parts, span(' · '), width)
}

/** A text, wrapped between words. */
export function wrapWords(text: string, width: number): readonly Line[] {
  return wrapped(
    text.split(' ').map((word) => span(word)),
    span(' '),
    width,
  )
}

function wrapped(parts: readonly Span[], between: Span, width: number): readonly Line[] {
  const lines: Line[] = []
  let line: Line = []
  for (const part of parts) {
    const longer = line.length === 0 ? [part] : [...line, between, part]
    if (line.length > 0 && lineWidth(longer) > width) {
      lines.push(line)
      line = [part]
    } else line = longer
  }
  return [...lines, line].map((one) => cutLine(one, width))
}
