import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildStamp } from './build-stamp.mjs'

const settings = ['package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json', 'server/tsconfig.json']

let root: string
let before: ReturnType<typeof buildStamp>

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-stamp-'))
  for (const path of [...settings, 'app/page.tsx', 'lib/record/run.ts', 'server/main.ts', 'README.md'])
    write(path, 'before')
  before = buildStamp(root)
})
afterEach(() => rmSync(root, { recursive: true }))

test.each(settings)('a change of %s changes the stamp of the settings', (path) => {
  write(path, 'after')
  expect(buildStamp(root).settings).not.toBe(before.settings)
})

test.each(['app/page.tsx', 'lib/record/run.ts', 'server/main.ts', 'public/robots.txt'])(
  'a change of %s changes the stamp of the sources only',
  (path) => {
    write(path, 'after')
    const { settings, sources } = buildStamp(root)
    expect(settings).toBe(before.settings)
    expect(sources).not.toBe(before.sources)
  },
)

test('a change of a document or of a test leaves the stamp equal', () => {
  write('README.md', 'after')
  write('lib/record/run.test.ts', 'after')
  expect(buildStamp(root)).toEqual(before)
})
