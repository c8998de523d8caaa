import { SourceError } from '../source-error.ts'

/**
 * True for a page from <html> to </html>, false for a fragment without either. Throws 'half_written' for a page without
 * its end, unless `isEndOptional`, and for one with the rest of an older save after it.
 */
export function requireWholePage(page: string, file: string, isEndOptional = false): boolean {
  const text = page.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/\S/g, ' '))
  const begins = [...text.matchAll(/<html[\s>]/gi)]
  if (begins.length === 0) return false
  const ends = [...text.matchAll(/<\/html\s*>/gi)]
  // A club's site can wrap the page into its own, so that there are two of each.
  const last = ends[begins.length - 1]
  if (!last && isEndOptional) return false
  if (!last) throw halfWritten(file, 'the page stops before its </html>.', text.trimEnd())
  const rest = text.slice(last.index + last[0].length)
  if (/<\/?(?:html|body|table|t[rdh])\b/i.test(rest)) {
    throw halfWritten(file, 'the page goes on after its </html>.', text.slice(0, last.index))
  }
  return true
}

/** Whether a page begins with <html> and has no </html>. */
export function isOpenPage(page: string): boolean {
  return /<html[\s>]/i.test(page) && !/<\/html\s*>/i.test(page)
}

function halfWritten(file: string, problem: string, before: string): SourceError {
  const hint =
    'While it is being saved, the next look finds it whole, and nothing is lost. If this stays, save the page again; a program that never writes </html> needs html_rows.'
  return new SourceError('half_written', file, problem, hint, before.split('\n').length)
}
