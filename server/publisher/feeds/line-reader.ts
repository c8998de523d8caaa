import { decodeWindows1252 } from '../files/windows-1252.ts'

/** No line of a timing system is longer, in bytes. What follows is dropped up to the end of the line. */
export const mostLineBytes = 1000

/** Takes the bytes of a connection and gives the lines that they complete, without ends and without empty ones. */
export type LineReader = (bytes: Uint8Array) => readonly string[]

/** A line is UTF-8 if it decodes strictly, else windows-1252. Its end is CR, LF or both. */
export function createLineReader(): LineReader {
  let begun: number[] = []

  function endLine(): string | undefined {
    const bytes = Uint8Array.from(begun)
    begun = []
    return bytes.length === 0 ? undefined : decodeLine(bytes)
  }

  return (bytes) => {
    const lines: string[] = []
    for (const byte of bytes) {
      if (byte !== 0x0a && byte !== 0x0d) {
        if (begun.length < mostLineBytes) begun.push(byte)
        continue
      }
      const line = endLine()
      if (line !== undefined) lines.push(line)
    }
    return lines
  }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}
