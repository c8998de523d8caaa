import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const compressible = new Set(['.css', '.js', '.json', '.svg', '.txt'])
const compressions = { '.br': promisify(brotliCompress), '.gz': promisify(gzip) }

/**
 * Writes a brotli and a gzip copy beside each file of a build's `.next/static` that shrinks, so that the server sends
 * them without compressing anything.
 *
 * @param {string} root
 */
export async function compressStatic(root) {
  const folder = join(root, '.next', 'static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && compressible.has(extname(entry.name)),
  )
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      const content = await readFile(path)
      await Promise.all(
        Object.entries(compressions).map(async ([ending, compress]) => {
          const smaller = await compress(content)
          if (smaller.length < content.length) await writeFile(`${path}${ending}`, smaller)
        }),
      )
    }),
  )
}
