import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The paths of all pages of a build, such as `/live`. Throws when `folder` has none. */
export function knownPages(folder: string): ReadonlySet<string> {
  const manifest = join(folder, '.next', 'app-path-routes-manifest.json')
  const routes = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, string>>
  return new Set(Object.values(routes).filter((path) => !path.startsWith('/_')))
}
