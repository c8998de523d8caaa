import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProtocolDocuments } from './documents.ts'
import { compareFields, readFields } from './frozen-fields.ts'

/**
 * Writes the documents into their folder and returns their new fields. Writes nothing when any of them breaks a promise
 * of the folder's lists of fields, and throws when such a list is missing.
 */
export function writeDocuments(folder: string, ...all: readonly ProtocolDocuments[]): ReturnType<typeof compareFields> {
  const compared = all.map(({ frozenFile, fields }) =>
    compareFields(readFields(readFileSync(join(folder, frozenFile), 'utf8')), fields),
  )
  const [breaks, added] = [compared.flatMap((one) => one.breaks), compared.flatMap((one) => one.added)]
  if (breaks.length > 0) return { breaks, added }
  for (const { files } of all) {
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
  }
  return { breaks, added }
}
