/** The stream of a terminal: process.stdout, or its stand-in in a test. */
export interface Output {
  readonly columns?: number
  readonly rows?: number
  write(text: string): boolean
}

export interface Terminal {
  size(): { readonly width: number; readonly height: number }
  /** Switches to the alternate screen; leave() restores the one before. */
  enter(): void
  /** Clears the screen: the next drawing writes every row. */
  clear(): void
  /** Shows these lines, one for each row from the top. Only rows that changed are written. */
  draw(lines: readonly string[]): void
  /** Restores the screen. May be called at any time, and twice. */
  leave(): void
}

// The alternate screen, no cursor, and no wrapping: a line that is too long must not push the others down.
const enterSequence = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[0m\x1b[2J'
const clearSequence = '\x1b[2J'
const leaveSequence = '\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l'

/** The only code that moves the cursor. */
export function createTerminal(output: Output): Terminal {
  let entered = false
  let shown: readonly string[] = []

  return {
    size: () => ({ width: output.columns || 80, height: output.rows || 24 }),
    enter() {
      entered = true
      shown = []
      output.write(enterSequence)
    },
    clear() {
      if (!entered) return
      shown = []
      output.write(clearSequence)
    },
    draw(lines) {
      if (!entered) return
      const rows = Math.max(lines.length, shown.length)
      const changed = Array.from({ length: rows }, (_, row) => {
        const line = lines[row] ?? ''
        return line === (shown[row] ?? '') ? '' : `\x1b[${row + 1};1H\x1b[2K${line}`
      }).join('')
      shown = lines
      if (changed !== '') output.write(changed)
    },
    leave() {
      if (!entered) return
      entered = false
      output.write(leaveSequence)
    },
  }
}
