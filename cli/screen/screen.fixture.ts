import { textWidth } from '../styled-text/text-width.ts'

/** The visible state of a terminal after some output. */
export interface Screen {
  readonly rows: readonly string[]
  /** Whether the alternate screen is shown; leaving it restores the screen before. */
  readonly alternate: boolean
  readonly cursor: boolean
  readonly wrapping: boolean
}

const token = new RegExp(`${'\x1b'}\\[([?\\d;]*)([A-Za-z])|(${'\x1b'}|.)`, 'gsu')

/** A minimal terminal: it knows the controls of terminal.ts and paint.ts, and throws at any other. */
export function screenAfter(written: string): Screen {
  const cells: string[][] = []
  const modes = new Map([
    ['?1049', false],
    ['?25', true],
    ['?7', true],
  ])
  let row = 0
  let column = 0
  for (const [all, parameters = '', final, character] of written.matchAll(token)) {
    if (character !== undefined) {
      if (/\p{Cc}/u.test(character)) throw new Error(`${JSON.stringify(character)} is written`)
      cells[row] ??= []
      const width = textWidth(character)
      const line = cells[row] ?? []
      if (width === 0) line[column - 1] += character
      else for (let cell = 0; cell < width; cell += 1) line[column + cell] = cell === 0 ? character : ''
      column += width
    } else if (final === 'H') {
      const [line = 1, cell = 1] = parameters.split(';').map(Number)
      row = line - 1
      column = cell - 1
    } else if (final === 'G') column = Number(parameters) - 1
    else if (final === 'K' && parameters === '2') cells[row] = []
    else if (final === 'J' && parameters === '2') cells.length = 0
    else if ((final === 'h' || final === 'l') && modes.has(parameters)) modes.set(parameters, final === 'h')
    else if (final !== 'm') throw new Error(`${JSON.stringify(all)} is written`)
  }
  return {
    rows: Array.from(cells, (line = []) =>
      Array.from(line, (cell) => cell ?? ' ')
        .join('')
        .trimEnd(),
    ),
    alternate: modes.get('?1049') === true,
    cursor: modes.get('?25') === true,
    wrapping: modes.get('?7') === true,
  }
}
