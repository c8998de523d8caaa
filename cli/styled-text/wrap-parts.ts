import { cutLine, type Line, lineWidth, type Span, span } from './styled-line.ts'

/** The parts with dots between them, on as many lines as they need. A part is cut only when it is wider than a line. */
export function wrapParts(parts: readonly Span[], width: number): readonly Line[] {
  return wrapped(parts, span(' · '), width)
}

/** A text word by word, on as many lines as it needs. */
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
