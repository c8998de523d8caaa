import { renderUnicodeCompact } from 'uqr'

interface Terminal {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

/** Black on white, whatever the colours of the terminal: not every camera reads the inverse. */
const [colours, reset] = ['\u001b[30;107m', '\u001b[0m']

/**
 * Writes the address of the results as a QR code to a terminal that has room for it: phones of the same network open
 * it. Writes nothing to a file or a pipe, and nothing when other devices do not reach the server.
 */
export function showTerminalCode(terminal: Terminal, address: string | undefined): void {
  if (terminal.isTTY !== true || address === undefined) return
  const url = `${address}/live`
  const lines = renderUnicodeCompact(url, { border: 2, invert: true }).split('\n')
  // Some terminals say 0.
  if (lines.some((line) => line.length > (terminal.columns || 80))) return
  const code = lines.map((line) => `${colours}${line}${reset}`).join('\n')
  terminal.write(`\n${code}\n${url}\n\n`)
}
