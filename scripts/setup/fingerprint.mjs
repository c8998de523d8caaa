import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over the names and contents of files and folders; missing ones are skipped.
 *
 * @param {string} root
 * @param {readonly string[]} entries paths relative to root
 */
export function fingerprint(root, entries) {
  const hash = createHash('sha256')
  for (const file of entries.flatMap((entry) => filesIn(root, entry))) {
    const content = readFileSync(join(root, file))
    // The length separates one file from the next.
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(root, entry) {
  const found = statSync(join(root, entry), { throwIfNoEntry: false })
  if (!found || isBesideTheProgram(entry)) return []
  if (!found.isDirectory()) return [entry]
  return readdirSync(join(root, entry))
    .sort()
    .flatMap((name) => filesIn(root, `${entry}/${name}`))
}

// Tests are not built; names with a leading dot belong to the system or an editor.
function isBesideTheProgram(path) {
  return /\.(test|contract)\.tsx?$/.test(path) || /(^|\/)\.[^/]*$/.test(path)
}
