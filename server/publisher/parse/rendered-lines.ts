/** The lines of a list while it is rendered: those of `split('\n')`. */
export interface RenderedLines {
  /** A text that may begin and end anywhere in a line. */
  add(text: string): void
  /** A whole line. `text` is the line and its end. */
  addLine(line: string, text: string): void
  /** All lines, when the last text was added. */
  lines(): readonly string[]
}

export function createRenderedLines(): RenderedLines {
  const lines: string[] = []
  let rest = ''
  const add = (text: string) => {
    rest += text
    if (!text.includes('\n')) return
    const parts = rest.split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) lines.push(part)
  }
  return {
    add,
    addLine(line, text) {
      if (rest === '') lines.push(line)
      else add(text)
    },
    lines: () => [...lines, rest],
  }
}
