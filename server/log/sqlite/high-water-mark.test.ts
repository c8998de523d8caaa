import { closeSync, existsSync, fstatSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noChanges } from '../../../lib/list/diff.ts'
import { readHighWaterMark } from './continuity.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { temporaryFolder } from './sqlite-storage.fixture.ts'

let folder: string
let warnings: string[]
beforeEach(() => {
  folder = temporaryFolder()
  warnings = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => openSqliteRevisionLog({ folder, now: Date.now, warn: (message) => warnings.push(message) })

/** Replaces the descriptor with which this process writes the file by one that cannot be written. */
function makeUnwritable(path: string): void {
  const { ino, dev } = statSync(path)
  const isFile = (descriptor: number) => {
    try {
      const stats = fstatSync(descriptor)
      return stats.ino === ino && stats.dev === dev
    } catch {
      return false
    }
  }
  const descriptor = Array.from({ length: 1000 }, (_, index) => index).find(isFile)
  if (descriptor === undefined) throw new Error(`${path} is not open`)
  closeSync(descriptor)
  // The system assigns the lowest free descriptor.
  const full = existsSync('/dev/full')
  const others: number[] = []
  for (let taken = -1; taken !== descriptor; ) {
    taken = full ? openSync('/dev/full', 'w') : openSync(path, 'r')
    if (taken !== descriptor) others.push(taken)
    if (others.length > 1000) throw new Error('another part of the process has the descriptor')
  }
  for (const other of others) closeSync(other)
}

test('[P1] [P3] [P4] [L1] a high-water mark that cannot be written causes warnings, and loses nothing', async () => {
  const log = await open()
  const draft = { at: 1, sourceAt: undefined, changes: noChanges, event: undefined }
  const first = log.current()
  makeUnwritable(join(folder, 'paddock.witness'))
  const announced: number[] = []
  log.subscribe(({ version }) => announced.push(version))
  for (let version = first.version; version < first.version + 3; version += 1) {
    expect((await log.append(version, draft)).kind).toBe('appended')
  }
  expect(announced).toEqual([1, 2, 3].map((count) => first.version + count))
  expect(warnings).toHaveLength(3)
  for (const warning of warnings) expect(warning).toMatch(/^The revision log: E(NOSPC|BADF)/)
  expect(readHighWaterMark(folder)?.version).toBe(first.version)
  const newest = log.current()
  await log.close()

  warnings = []
  const again = await open()
  expect(again.current()).toStrictEqual(newest)
  expect(warnings).toEqual([])
  expect(readHighWaterMark(folder)?.version).toBe(newest.version)
  await again.close()
})
