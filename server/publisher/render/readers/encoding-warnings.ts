import type { DecodedText } from '../../files/decode-text.ts'
import type { SourceWarning } from '../../sources/source-warning.ts'

/** As many lines as a sentence can hold. */
const mostListed = 5

/** Warnings of a text whose encoding was guessed, or which has bytes that its encoding does not have. */
export function encodingWarnings({ guessed, badLines }: DecodedText, file: string): readonly SourceWarning[] {
  const [line] = badLines
  if (guessed) {
    const message = `this is no UTF-8, so it is read as ${guessed}, which is a guess. Write encoding="${guessed}" behind its name if names look right, else the encoding that its program writes, such as "windows-1250" or "shift_jis".`
    return [{ file, code: 'encoding_guessed', message }]
  }
  if (line === undefined) return []
  const shown = badLines.slice(0, mostListed).join(', ')
  const more = badLines.length > mostListed ? ` and ${badLines.length - mostListed} more` : ''
  const lines = badLines.length === 1 ? `line ${line} has` : `lines ${shown}${more} have`
  return [{ file, code: 'bad_bytes', line, message: `${lines} bytes that are not of the encoding of the rest.` }]
}
