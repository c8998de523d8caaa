import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The JavaScript file of a package's command, for node to run: on Windows node_modules/.bin holds shell scripts.
 *
 * @param {string} root
 * @param {string} name the package, such as '@playwright/test'
 * @param {string} [command] when its name differs from the package's
 */
export function packageBin(root, name, command = name.replace(/^@[^/]+\//, '')) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}
