import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { compiledSource } from './compiled-source.ts'
import { sourcesIn } from './sources.ts'

test('given a source file, then its compiled copy runs without tsx, with its imports and its packages', async () => {
  const compiled = await compiledSource('lib/record/event.ts')
  expect(compiled).toMatch(/\.paddock.*event\.js$/)
  const program = `await import(${JSON.stringify(pathToFileURL(compiled).href)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
})

test('given sources, when one is changed, added or renamed, then their fingerprint is another one; a test is none of them', () => {
  const root = mkdtempSync(join(tmpdir(), 'paddock-sources-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (file: string, text: string) => writeFileSync(join(root, file), text)
  const fingerprint = () => sourcesIn(root, ['lib']).fingerprint
  mkdirSync(join(root, 'lib/list'), { recursive: true })
  write('lib/list/diff.ts', 'one')
  const seen = [fingerprint()]
  write('lib/list/diff.test.ts', 'a test')
  expect(fingerprint()).toBe(seen[0])
  write('lib/list/diff.ts', 'two')
  seen.push(fingerprint())
  write('lib/more.ts', 'two')
  seen.push(fingerprint())
  rmSync(join(root, 'lib/more.ts'))
  write('lib/less.ts', 'two')
  seen.push(fingerprint())
  expect(new Set(seen).size).toBe(4)
  expect(sourcesIn(root, ['lib']).files).toEqual(['lib/less.ts', 'lib/list/diff.ts'])
})
