import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A file of the repository as text, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The paths of all documents that have tests. */
export function documentPaths(): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`)
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inFolder('docs'), ...inFolder('docs/decisions')]
}

/** The text without fenced blocks, whose contents are not prose. */
export function withoutBlocks(text: string): string {
  return text.replace(/^```.*?^```/gms, '')
}

/** The fenced blocks that follow a comment such as `<!-- test: bare-client -->`, by name. */
export function markedBlocks(text: string, kind: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(new RegExp(`<!-- ${kind}: ([a-z-]+) -->\\n\`\`\`\\w*\\n(.*?)^\`\`\``, 'gms'))
  return new Map(Array.from(blocks, ([, name = '', block = '']) => [name, block]))
}

/** The rows of the first table below a line that ends with `lineEnd`, as texts of their cells. */
export function tableBelow(text: string, lineEnd: string): string[][] {
  const [, below = ''] = text.split(`${lineEnd}\n`)
  const [, table = ''] = /(?:^|\n)(\|.*(?:\n\|.*)*)/.exec(below) ?? []
  const rows = table.split('\n').slice(2)
  return rows.map((row) => row.split(/(?<!\\)\|/).slice(1, -1)).map((cells) => cells.map((cell) => cell.trim()))
}

/** The texts in backticks, each once. */
export function codeIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code))]
}
