import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Sources {
  /** Paths relative to the root, in order. */
  readonly files: readonly string[]
  /** Another one when a name or a content is another. */
  readonly fingerprint: string
}

/** The TypeScript files in these folders of the root, without tests and contracts. */
export function sourcesIn(root: string, folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) => filesIn(root, folder)).toSorted()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(root, file))
    // The length separates one file from the next.
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return { files, fingerprint: hash.digest('hex').slice(0, 16) }
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(root, path)
    return /(?<!\.(test|contract))\.ts$/.test(path) ? [path] : []
  })
}
