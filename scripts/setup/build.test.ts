import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build } from './build.mjs'

let root: string

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Makes a package whose program writes the given files of the build, of 2,000 characters each. */
function fakeProgram(name: string, bin: string, ...results: readonly string[]): void {
  const make = `const fs = require('node:fs'), path = require('node:path')
    for (const file of ${JSON.stringify(results)}) {
      fs.mkdirSync(path.dirname(file), { recursive: true }), fs.writeFileSync(file, 'x'.repeat(2000))
    }`
  write(`node_modules/${name}/package.json`, JSON.stringify({ bin: { [bin]: 'run.cjs' } }))
  write(`node_modules/${name}/run.cjs`, make)
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'paddock-build-'))
  write('package.json', '{}')
  write('app/page.tsx', '')
  fakeProgram('next', 'next', '.next/BUILD_ID', '.next/static/a.js')
  fakeProgram('typescript', 'tsc', 'dist/server/main.js')
  await build(root).run()
  write('.next/cache/page', 'cached')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a build is done until a source changes, and again after the next build', async () => {
  expect(build(root).isDone()).toBe(true)
  write('app/page.tsx', 'changed')
  expect(build(root).isDone()).toBe(false)
  await build(root).run()
  expect(build(root).isDone()).toBe(true)
})

test('a build after a change of a source keeps what Next cached', async () => {
  write('app/page.tsx', 'changed')
  await build(root).run()
  expect(readFileSync(join(root, '.next/cache/page'), 'utf8')).toBe('cached')
})

test('a build after a change of package.json begins without what Next cached', async () => {
  write('package.json', '{ "browserslist": ["chrome 111"] }')
  expect(build(root).isDone()).toBe(false)
  await build(root).run()
  expect(existsSync(join(root, '.next/cache'))).toBe(false)
  expect(build(root).isDone()).toBe(true)
})

test('a build has compressed copies of its scripts', () => {
  for (const [ending, expand] of [
    ['br', brotliDecompressSync],
    ['gz', gunzipSync],
  ] as const) {
    expect(expand(readFileSync(join(root, `.next/static/a.js.${ending}`))).toString()).toBe('x'.repeat(2000))
  }
})
