import { SourceError } from '../source-error.ts'
import { mostFrequent } from './delimiter.ts'

/** The first lines that are looked at for a table below a title. */
const lookedAt = 50

// cspell:ignore klasse fahrer: headings
/** Headings that most tables of results have. */
const heading = /^(?:(?:first |last )?name|firstname|lastname|driver|class|number|no\.?|car|klasse|fahrer|pos\.?)$/i

/**
 * Throws SourceError 'unreadable' for a text whose first line is a title above the table. `reader` is the function that
 * a template has called.
 */
export function refuseTitle(text: string, file: string, delimiter: string | undefined, reader = 'csv'): void {
  const lines = text.slice(0, 100_000).split('\n').slice(0, lookedAt)
  const fieldsOf = (line: string) => line.split(delimiter ?? mostFrequent(line).delimiter)
  const headingsOf = (line: string) =>
    fieldsOf(line)
      .map(plain)
      .filter((field) => heading.test(field))
  const at = lines.findIndex((line) => line.trim() !== '')
  const first = lines[at] ?? ''
  const found = lines.findIndex((line) => headingsOf(line).length > 1)
  if (found > at && headingsOf(first).length === 0) {
    const hint = `Write ${reader}("${file}", header="${headingsOf(lines[found] ?? '')[0]}").`
    throw new SourceError('unreadable', file, `the header seems to be in line ${found + 1}.`, hint, at + 1)
  }
  const counts = lines.map((line) => fieldsOf(line).length).filter((count) => count > 1)
  const filled = lines.filter((line) => line.trim() !== '').length
  if (fieldsOf(first).length > 1 || counts.length < 2 || counts.length * 2 < filled - 1) return
  const problem = `this line has one field, and those below have ${Math.max(...counts)}: is the header further down?`
  const hint = `Write ${reader}("${file}", header="Name") with a heading of the table, or skip=3 for three lines above it.`
  throw new SourceError('unreadable', file, problem, hint, at + 1)
}

function plain(field: string): string {
  return field.trim().replace(/^"|"$/g, '').trim()
}
