import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { variables } from '../server/config.ts'
import { codeIn, documentPaths, readText, root, tableBelow, withoutBlocks } from './markdown.ts'

const documents = documentPaths().map((path) => ({ path, text: readText(path) }))
const scripts: Readonly<Record<string, string>> = JSON.parse(readText('package.json')).scripts

test('the README, the pages of docs and the decisions are among the documents', () => {
  const paths = documents.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/PROTOCOL.md', 'docs/OPERATING.md']))
  expect(paths.filter((path) => path.startsWith('docs/decisions/')).length).toBeGreaterThanOrEqual(7)
})

test("the README's table of settings equals that of server/config.ts", () => {
  const rows = tableBelow(readText('README.md'), '## Configuration').map((cells) =>
    cells.map((cell) => cell.replaceAll('`', '')),
  )
  expect(rows).toEqual(variables.map((variable) => [variable.name, variable.default, variable.meaning]))
})

describe.each(documents)('$path', ({ path, text }) => {
  test('every relative link leads to a file and to a heading in it', () => {
    const links = Array.from(withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
    const broken = links.filter((link) => !/^https?:/.test(link) && !isThere(dirname(path), link))
    expect(broken).toEqual([])
  })

  test('every script that it names exists', () => {
    const named = Array.from(
      text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g),
      ([, script, own]) => script ?? own,
    )
    expect(named.filter((script) => script === undefined || !(script in scripts))).toEqual([])
  })

  test('every path of the repository that it names exists', () => {
    expect(codeIn(text).filter((code) => isRepositoryPath(code) && !existsSync(join(root, code)))).toEqual([])
  })

  test('prose is wrapped at 120 columns', () => {
    const long = text.split('\n').filter((line) => line.length > 120 && !/^\||^!?\[/.test(line))
    expect(long).toEqual([])
  })
})

function isThere(folder: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = posix.join(folder, decodeURIComponent(file))
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsOf(readText(target)).includes(anchor)
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  const headings = withoutBlocks(text).matchAll(/^#+ (.+)$/gm)
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** A path in a folder of the repository, without wildcards and placeholders, or a file with an ending of sources. */
function isRepositoryPath(code: string): boolean {
  if (/[\s<>*{}()…]/.test(code)) return false
  return (
    /^(?:app|bench|cli|data|docs|e2e|lib|scripts|server|testing)\/./.test(code) ||
    /^[\w./-]+\.(?:ts|tsx|mjs)$/.test(code)
  )
}
