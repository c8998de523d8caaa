import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { rooms } from './rooms.ts'
import { sourceFiles, trackedSourceFiles } from './source-files.ts'
import { importsOf, targetOf } from './source-imports.ts'

const mostFiles = 20
const order = Object.keys(rooms)
const imports = importsOf(sourceFiles(['app', 'lib', 'server']))
const used = new Map<string, string>()
for (const one of imports) {
  const [room, target] = [posix.dirname(one.file), posix.dirname(targetOf(one))]
  if (one.from.startsWith('.') && room !== target && /^(?:app|lib|server)\b/.test(target))
    used.set(`${room} → ${target}`, `${one.file} → ${targetOf(one)}`)
}

test('every folder of app, lib and server with source files is a room of the table, and every room has files', () => {
  const folders = new Set(sourceFiles(['app', 'lib', 'server']).map((file) => posix.dirname(file)))
  expect([...folders].filter((folder) => !Object.hasOwn(rooms, folder))).toEqual([])
  expect(order.filter((room) => !folders.has(room) && room !== 'app/icons')).toEqual([])
})

test('a room imports only the rooms that the table allows; app and server also import any room of lib', () => {
  const isAllowed = (room: string, target: string) =>
    rooms[room]?.includes(target) || (!room.startsWith('lib/') && target.startsWith('lib/'))
  const broken = [...used].filter(([edge]) => {
    const [room = '', target = ''] = edge.split(' → ')
    return !isAllowed(room, target)
  })
  expect(broken.map(([, example]) => example)).toEqual([])
})

test('the table allows nothing that no file needs', () => {
  const unused = order.flatMap((room) =>
    (rooms[room] ?? []).map((target) => `${room} → ${target}`).filter((edge) => !used.has(edge)),
  )
  expect(unused).toEqual([])
})

test('each room of the table names only rooms above it, so that no two rooms import each other', () => {
  const below = order.flatMap((room, index) =>
    (rooms[room] ?? []).filter((target) => order.indexOf(target) >= index).map((target) => `${room} → ${target}`),
  )
  expect(below).toEqual([])
})

test(`no folder of the repository has more than ${mostFiles} product files`, () => {
  const counts = new Map<string, number>()
  for (const file of trackedSourceFiles()) {
    if (/\.(?:test|spec|fixture|contract)\./.test(file)) continue
    const folder = posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  expect(counts.size).toBeGreaterThan(60)
  expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([])
})
