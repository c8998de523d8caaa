import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

let root: string
let before: string
const now = () => fingerprint(root, ['lib', 'next.config.js', 'public'])
const write = (path: string, content: string) => writeFileSync(join(root, path), content)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-fingerprint-'))
  mkdirSync(join(root, 'lib', 'deep'), { recursive: true })
  write('lib/a.ts', 'a')
  write('lib/deep/b.ts', 'b')
  write('next.config.js', 'c')
  before = now()
})
afterEach(() => rmSync(root, { recursive: true }))

test('a fingerprint is equal for equal files', () => {
  write('lib/a.ts', 'a')
  expect(now()).toBe(before)
})

test('a fingerprint changes with a file in any folder', () => {
  write('lib/deep/b.ts', 'other')
  expect(now()).not.toBe(before)
})

test('a fingerprint changes when a file is renamed, added or removed', () => {
  renameSync(join(root, 'lib/a.ts'), join(root, 'lib/c.ts'))
  const renamed = now()
  write('lib/a.ts', 'a')
  const added = now()
  rmSync(join(root, 'lib'), { recursive: true })
  expect(new Set([before, renamed, added, now()]).size).toBe(4)
})

test('a fingerprint changes when content moves from one file to the next', () => {
  write('lib/a.ts', 'alib/deep/b.tsb')
  write('lib/deep/b.ts', '')
  expect(now()).not.toBe(before)
})

test('a fingerprint ignores tests, hidden files and files outside its entries', () => {
  write('lib/a.test.ts', 'test')
  write('lib/log.contract.ts', 'contract')
  write('lib/.a.ts.swp', 'editor')
  write('README.md', 'words')
  expect(now()).toBe(before)
})
