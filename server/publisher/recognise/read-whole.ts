import { SourceError } from '../sources/source-error.ts'

/** Reads a text of lines; one that ends in the middle of a line without that line, and with a doubt. */
export function readWhole<T>(
  text: string,
  read: (text: string) => T,
): { readonly content: T; readonly doubts: readonly string[] } {
  try {
    return { content: read(text), doubts: [] }
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'half_written') throw error
    const end = text.trimEnd().lastIndexOf('\n')
    if (end < 0) throw error
    const doubt = `The file is cut off: ${error.message} Until it is whole, its template makes no list.`
    return { content: read(text.slice(0, end + 1)), doubts: [doubt] }
  }
}
