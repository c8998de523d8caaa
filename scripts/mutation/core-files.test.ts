import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { acceptedSurvivors } from './accepted-survivors.ts'
import { coreFiles } from './core-files.mjs'

const paths = Object.keys(coreFiles)
const names = paths.map((path) => posix.basename(path))
const root = fileURLToPath(new URL('../../', import.meta.url))

test('every core file exists, and no two have the same name', () => {
  expect(paths.filter((path) => !existsSync(root + path))).toEqual([])
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
})

test('accepted survivors are of core files, and each has a reason', () => {
  expect(Object.keys(acceptedSurvivors).filter((name) => !names.includes(name))).toEqual([])
  const entries = Object.values(acceptedSurvivors).flat()
  expect(entries.filter(({ reason }) => reason.length < 10)).toEqual([])
})
