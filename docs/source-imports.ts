import { posix } from 'node:path'
import { readText } from './markdown.ts'

export interface Import {
  readonly file: string
  readonly from: string
}

const statement = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'/gm
const bare = /^\s*import\s*'([^']+)'/gm
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g

/** Every import of these files, of types too. */
export function importsOf(files: readonly string[]): readonly Import[] {
  return files.flatMap((file) => {
    const text = readText(file)
    return [statement, bare, dynamic].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ([, from = '']) => ({ file, from })),
    )
  })
}

/** The path of a relative import from the root; of any other import, the package's name. */
export function targetOf({ file, from }: Import): string {
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : from
}
