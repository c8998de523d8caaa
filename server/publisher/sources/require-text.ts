import { SourceError } from './source-error.ts'

/** Throws 'file_empty' for a blank text, and 'half_written' for zero bytes: content that is not on the disk yet. */
export function requireText(text: string, file: string): void {
  if (text.trim() === '') {
    throw new SourceError('file_empty', file, 'the file is empty.', 'The next save will fill it; nothing is lost.')
  }
  const zero = text.indexOf('\0')
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length
    const hint = 'Save it again; if it is UTF-16 text, save it as UTF-8.'
    throw new SourceError('half_written', file, 'there are zero bytes where text was expected.', hint, line)
  }
}
