import { withoutOrders } from './safe-text.ts'
import type { Line, Style } from './styled-line.ts'
import { textWidth } from './text-width.ts'

/** Parameters of `CSI … m`. NO_COLOR drops colours only, not bold, faint and inverse. */
const codes: Readonly<Record<Style, { readonly coloured: string; readonly plain: string }>> = {
  strong: { coloured: '1', plain: '1' },
  quiet: { coloured: '2', plain: '2' },
  struck: { coloured: '9', plain: '9' },
  good: { coloured: '1;32', plain: '1' },
  waiting: { coloured: '1;33', plain: '1' },
  bad: { coloured: '1;31', plain: '7' },
  changed: { coloured: '1;33', plain: '7' },
}

const ascii = /^[ -~]*$/

/**
 * A line as text for a terminal. After text whose width depends on the terminal, the next span is put into its column,
 * so that tables are aligned on all of them.
 */
export function paintLine(line: Line, coloured: boolean): string {
  let painted = ''
  let column = 1
  let certain = true
  for (const { text, styles } of line) {
    if (!certain) painted += `\x1b[${column}G`
    const code = styles.map((style) => codes[style][coloured ? 'coloured' : 'plain']).join(';')
    const safe = withoutOrders(text)
    painted += code === '' ? safe : `\x1b[${code}m${safe}\x1b[0m`
    column += textWidth(safe)
    certain &&= ascii.test(safe)
  }
  return painted
}
