/**
 * Writes docs/protocol from the schemas of the code: npm run protocol. With --session it also writes the
 * sample session into docs/PROTOCOL.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { httpDocuments, protocolDocuments, protocolFolder } from './documents.ts'
import { playSession } from './session.ts'
import { withSession } from './session-document.ts'
import { writeDocuments } from './write-documents.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const { breaks, added } = writeDocuments(join(root, protocolFolder), protocolDocuments(), httpDocuments())
for (const path of added) if (breaks.length === 0) console.log(`new, and promised from now on: ${path}`)
if (breaks.length > 0) {
  console.error(`Nothing was written: version 1 is a promise to programs of other people.\n\n${breaks.join('\n')}`)
  process.exitCode = 1
} else if (process.argv.includes('--session')) {
  const session = await playSession()
  // Read after the session, which takes half a minute.
  const document = join(root, 'docs/PROTOCOL.md')
  writeFileSync(document, withSession(readFileSync(document, 'utf8'), session))
}
