import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The unit of the big screen's sizes: each of its style sheets uses it, and no other does. */
const unit = 'var(--u)'

/**
 * The addresses of the style sheets that only the big screen needs. Next names those of the first load alone, which no
 * phone is to load for a view that it never opens. `folder` is that of the build.
 */
export function bigScreenStyles(folder: string): readonly string[] {
  const chunks = join(folder, '.next', 'static', 'chunks')
  return readdirSync(chunks)
    .filter((name) => name.endsWith('.css') && readFileSync(join(chunks, name), 'utf8').includes(unit))
    .map((name) => `/_next/static/chunks/${name}`)
}
