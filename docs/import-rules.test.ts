import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readText, root } from './markdown.ts'
import { allSourceFiles, sourceFiles } from './source-files.ts'
import { type Import, importsOf, targetOf } from './source-imports.ts'

/** The imports that break a rule, as `file → target`. */
function broken(imports: readonly Import[], isAllowed: (target: string, file: string) => boolean): string[] {
  return imports
    .map((one) => ({ file: one.file, target: targetOf(one) }))
    .filter(({ file, target }) => !isAllowed(target, file))
    .map(({ file, target }) => `${file} → ${target}`)
}

const inFolder = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`)

interface Row {
  readonly product: readonly string[]
  /** Besides, for tests and fixtures. */
  readonly tests: readonly string[]
}

/** Who may import whom. `bench`, `scripts` and `e2e` share what is in `testing`, and never import each other. */
const mayImport: Readonly<Record<string, Row>> = {
  app: { product: ['lib'], tests: [] },
  lib: { product: [], tests: ['server', 'testing'] },
  server: { product: ['lib'], tests: ['testing'] },
  cli: { product: ['lib'], tests: ['app', 'server', 'testing'] },
  testing: { product: ['lib', 'server'], tests: [] },
  bench: { product: ['app', 'cli', 'lib', 'server', 'testing'], tests: [] },
  scripts: { product: ['cli', 'lib', 'server', 'testing'], tests: [] },
  e2e: { product: ['lib', 'testing'], tests: [] },
  docs: { product: ['app', 'lib', 'scripts', 'server'], tests: ['testing'] },
}

describe('imports', () => {
  const app = importsOf(sourceFiles(['app']))
  const lib = importsOf(sourceFiles(['lib']))
  const server = importsOf(sourceFiles(['server']))

  test('are found at all', () => {
    for (const imports of [app, lib, server]) expect(imports.length).toBeGreaterThan(20)
    expect(lib).toContainEqual({ file: 'lib/sync/protocol.ts', from: 'zod/mini' })
    expect(server).toContainEqual({ file: 'server/main.ts', from: 'next' })
    expect(app).toContainEqual({ file: 'app/layout.tsx', from: './globals.css' })
  })

  test('app takes from itself and from lib', () => {
    const isOurs = (target: string) => inFolder('app')(target) || inFolder('lib')(target)
    const packages = [
      ...['@tanstack/react-virtual', 'csv-stringify', 'next', 'react', 'react-dom', 'socket.io-client', 'uplot', 'uqr'],
    ]
    expect(broken(app, (target) => isOurs(target) || packages.some((name) => isPackage(target, name)))).toEqual([])
  })

  test('lib takes from itself and from packages that run in browsers', () => {
    const packages = ['socket.io-client', 'zod/mini', '@noble/hashes']
    const isAllowed = (target: string) => inFolder('lib')(target) || packages.some((name) => isPackage(target, name))
    expect(broken(lib, isAllowed)).toEqual([])
  })

  test('in lib, only the live client has a socket', () => {
    const users = lib.filter(({ from }) => isPackage(from, 'socket.io-client')).map(({ file }) => file)
    expect(users).toEqual(['lib/live/live-client.ts'])
  })

  test('server takes from itself and from lib, and only the starts of its processes from Next', () => {
    const starts = ['server/main.ts', 'server/pages/render/page-process.ts']
    const { dependencies } = JSON.parse(readText('package.json'))
    const isAllowed = (target: string, file: string) => {
      if (isPackage(target, 'next')) return starts.includes(file)
      if (isPackage(target, 'react') || isPackage(target, 'react-dom')) return false
      if (isBuiltin(target)) return target.startsWith('node:')
      const isOurs = inFolder('server')(target) || inFolder('lib')(target)
      return isOurs || Object.keys(dependencies).some((name) => isPackage(target, name))
    }
    expect(broken(server, isAllowed)).toEqual([])
  })

  test.each(Object.entries(mayImport))(
    'of %s lead to itself and to the folders in its row of the table',
    (folder, row) => {
      const isAllowed = (others: readonly string[]) => (target: string) => {
        const [top = ''] = target.split('/')
        return !Object.hasOwn(mayImport, top) || top === folder || others.includes(top)
      }
      const all = importsOf(allSourceFiles([folder]))
      const product = importsOf(sourceFiles([folder]))
      expect(product.length).toBeGreaterThan(5)
      expect(broken(product, isAllowed(row.product))).toEqual([])
      expect(broken(all, isAllowed([...row.product, ...row.tests]))).toEqual([])
    },
  )

  test('that are relative end in a real extension, and lead to a file', () => {
    const everywhere = importsOf(allSourceFiles(Object.keys(mayImport)))
    const relative = everywhere.filter(({ from }) => from.startsWith('.'))
    expect(relative.length).toBeGreaterThan(200)
    const isAllowed = (target: string, file: string) =>
      /\.(?:ts|tsx|mjs|js|css|json|png)$/.test(target) &&
      // The server is built before it is started.
      (existsSync(join(root, target)) || target.startsWith('dist/') || file.endsWith('.test.ts'))
    expect(broken(relative, isAllowed)).toEqual([])
  })
})

test('only server/main.ts reads the environment', () => {
  const sources = sourceFiles(['app', 'lib', 'server']).filter((file) => !/\.(fixture|test)\./.test(file))
  const readers = sources.filter((file) => /\bprocess\s*\.\s*env\b/.test(readText(file)))
  expect(readers).toEqual(['server/main.ts'])
})

/**
 * Memory that outlives its owner: what a module keeps beside what it exports, and what is known by an object's
 * identity.
 */
const hiddenMemory = [
  /\bnew Weak(?:Map|Set|Ref)\b/,
  /^(?:export )?let\b/m,
  /^(?:export )?const \w+(?:: (?:(?:Map|Set)\b.*|(?!readonly\b)\w+\[\]))? = (?:new (?:Map|Set)(?:<.*>)?\(\)|\[\])$/m,
  /\bglobalThis as \{ \[/,
]

/** The files of lib and app that have such a memory: server and pages share nothing but globalThis. */
const withMemory = ['lib/server-api/registry.ts']

test('lib and app keep no memory in modules and none by identity, but in the files that are named here', () => {
  const keepers = sourceFiles(['app', 'lib']).filter((file) => hiddenMemory.some((form) => form.test(readText(file))))
  expect(keepers.toSorted()).toEqual(withMemory.toSorted())
})

test.each([
  'const known = new WeakMap<Driver, Standing>()',
  '  const before = new WeakRef(standings)',
  'let latest: Standings | undefined',
  'export const listeners = new Set<() => void>()',
  'const positions: Position[] = []',
  'const known: Map<string, News> = new Map()',
  'const shared = globalThis as { [key]?: ServerApi }',
])('a memory is recognized: %s', (line) => {
  expect(hiddenMemory.some((form) => form.test(`// first line\n${line}\n`))).toBe(true)
})

test.each([
  'const none: readonly News[] = []',
  'const nobody: ReadonlySet<string> = new Set()',
  'export const nothingUnseen: Unseen = new Set()',
  '  let from = 0',
  "const names = new Map([['a', 1]])",
])('what never changes, or has an owner, is no memory: %s', (line) => {
  expect(hiddenMemory.some((form) => form.test(`// first line\n${line}\n`))).toBe(false)
})
