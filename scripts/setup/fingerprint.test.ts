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

test('is the same for the same files', () => {
  write('lib/a.ts', 'a')
  expect(now()).toBe(before)
})

test('changes with a file, wherever it lies', () => {
  write('lib/deep/b.ts', 'other')
  expect(now()).not.toBe(before)
})

test('changes when a file is renamed, added or removed', () => {
  renameSync(join(root, 'lib/a.ts'), join(root, 'lib/c.ts'))
  const renamed = now()
  write('lib/a.ts', 'a')
  const added = now()
  rmSync(join(root, 'lib'), { recursive: true })
  expect(new Set([before, renamed, added, now()]).size).toBe(4)
})

test('changes when a line moves from one file to the next', () => {
  write('lib/a.ts', 'alib/deep/b.tsb')
  write('lib/deep/b.ts', '')
  expect(now()).not.toBe(before)
})

test('leaves out tests, hidden files and what was not asked for', () => {
  write('lib/a.test.ts', 'test')
  write('lib/log.contract.ts', 'contract')
  write('lib/.a.ts.swp', 'editor')
  write('README.md', 'words')
  expect(now()).toBe(before)
})
