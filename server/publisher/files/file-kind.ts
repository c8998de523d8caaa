import { SourceError } from '../sources/source-error.ts'

const saveAsCsv = 'Open it in its own program, save the table as CSV, and name that file in the template.'

/** First bytes of files that are no text, as latin1, what they are, and what to do. */
const kinds: readonly (readonly [start: string, kind: string, hint: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (.xls)', saveAsCsv],
  ['%PDF', 'a PDF document', 'Export the table as CSV or HTML instead.'],
  ['SQLite format 3\0', 'a SQLite database', 'Write sqlite("FILE", "SELECT …"), or export its results as CSV.'],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it into the data folder.'],
]

/** Throws SourceError 'not_text' for a workbook, a database, a document or an archive, whatever its name says. */
export function requireTextFile(bytes: Uint8Array, file: string): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  const [, kind, hint] = head.startsWith('PK\x03\x04')
    ? zipKind(head)
    : (kinds.find(([start]) => head.startsWith(start)) ?? [])
  if (kind === undefined || hint === undefined) return
  throw new SourceError(
    'not_text',
    file,
    `this is ${kind}, whatever its name says, and no text.`,
    hint.replace('FILE', file),
  )
}

function zipKind(head: string): readonly [string, string, string] {
  if (/\[Content_Types\]\.xml|xl\/|docProps\//.test(head))
    return ['PK', 'an Excel workbook (.xlsx)', 'Write xlsx("FILE"), or save the table as CSV.']
  if (head.includes('vnd.oasis.opendocument')) return ['PK', 'an OpenDocument file (.ods)', saveAsCsv]
  return ['PK', 'a zip archive', 'Unpack it into the data folder.']
}
