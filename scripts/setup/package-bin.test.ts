import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageBin } from './package-bin.mjs'

/** The program of a package whose package.json has this `bin`. */
function programOf(name: string, bin: unknown, command?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'paddock-bin-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin }))
  return packageBin(root, name, command).slice(folder.length + 1)
}

test('the program of a package is the command of its name', () => {
  expect(programOf('@biomejs/biome', { biome: 'biome.js', other: 'other.js' })).toBe('biome.js')
})

test('the program of a package with several commands is the given one', () => {
  expect(programOf('typescript', { tsc: 'tsc.js', tsserver: 'server.js' }, 'tsc')).toBe('tsc.js')
})

test('the program of a package with a single unnamed command is that one', () => {
  expect(programOf('tsx', 'cli.mjs')).toBe('cli.mjs')
})
