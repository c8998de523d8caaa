import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frozenFile, type ProtocolDocuments } from './documents.ts'
import { compareFields, readFields } from './frozen-fields.ts'

/**
 * Writes the documents into their folder and returns their new fields. Writes nothing when they break a promise of the
 * folder's list of fields, and throws when that list is missing.
 */
export function writeDocuments(folder: string, { fields, files }: ProtocolDocuments): ReturnType<typeof compareFields> {
  const compared = compareFields(readFields(readFileSync(join(folder, frozenFile), 'utf8')), fields)
  if (compared.breaks.length > 0) return compared
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  return compared
}
