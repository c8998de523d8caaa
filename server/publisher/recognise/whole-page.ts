import { SourceError } from '../sources/source-error.ts'

/** Reads a page; one that was cut off as if it ended there, and with a doubt. */
export function wholePage<T>(
  text: string,
  read: (text: string) => T,
): { readonly content: T; readonly doubts: readonly string[] } {
  try {
    return { content: read(text), doubts: [] }
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'half_written') throw error
    const doubt = `The page is cut off: ${error.message} Until it is whole, its template makes no list.`
    return { content: read(`${text.slice(0, text.lastIndexOf('<'))}</td></tr></table></body></html>`), doubts: [doubt] }
  }
}
