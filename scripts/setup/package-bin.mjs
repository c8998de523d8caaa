import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The JavaScript file behind a package's command, to be run by node itself: node_modules/.bin holds shell scripts on
 * Windows.
 *
 * @param {string} root
 * @param {string} name the package, such as '@playwright/test'
 * @param {string} [command] when it is not called like the package
 */
export function packageBin(root, name, command = name.replace(/^@[^/]+\//, '')) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, bin[command])
}
