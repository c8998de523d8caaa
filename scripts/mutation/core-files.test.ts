import { existsSync, readdirSync } from 'node:fs'
import { matchesGlob, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { acceptedSurvivors } from './accepted-survivors.ts'
import { coreFiles, coreGroups } from './core-files.mjs'

const paths = Object.keys(coreFiles)
const names = paths.map((path) => posix.basename(path))
const root = fileURLToPath(new URL('../../', import.meta.url))

test('every core file exists', () => {
  const missing = paths.filter((path) => !existsSync(root + path))
  expect(missing, 'Correct these paths in scripts/mutation/core-files.mjs.').toEqual([])
})

test('every pattern of a group matches a test', () => {
  const folders = ['lib', 'server', 'scripts/mutation']
  const tests = folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`),
  )
  const patterns = coreGroups.flatMap((group) => group.tests)
  expect(patterns.filter((pattern) => !tests.some((path) => matchesGlob(path, pattern)))).toEqual([])
})

test('no two core files have the same name', () => {
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
})

test('every accepted survivor names a core file and has a reason', () => {
  expect(Object.keys(acceptedSurvivors).filter((name) => !names.includes(name))).toEqual([])
  const entries = Object.values(acceptedSurvivors).flat()
  expect(entries.filter(({ reason }) => reason.length < 10)).toEqual([])
})
