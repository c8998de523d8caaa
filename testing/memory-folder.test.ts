import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { keepFilesInMemory, memoryFolder } from './memory-folder.ts'

test('given a folder with room, then temporary files may be in it', () => {
  expect(memoryFolder(tmpdir(), 1)).toBe(tmpdir())
})

test.each([
  ['is missing', '/missing/folder', 1],
  ['has too little room', tmpdir(), Number.MAX_SAFE_INTEGER],
])('given a folder that %s, then temporary files stay on the disk', (_, path, bytes) => {
  expect(memoryFolder(path, bytes)).toBeUndefined()
})

test('given a system without a folder in memory, then the environment stays without TMPDIR', () => {
  const environment = {}
  keepFilesInMemory(environment, undefined)
  expect(environment).toEqual({})
})

test('given a folder in memory, then TMPDIR names it', () => {
  const environment = {}
  keepFilesInMemory(environment, '/in/memory')
  expect(environment).toEqual({ TMPDIR: '/in/memory' })
})

test('given a TMPDIR of the developer, then it stays', () => {
  const environment = { TMPDIR: '/own' }
  keepFilesInMemory(environment, '/in/memory')
  expect(environment).toEqual({ TMPDIR: '/own' })
})
