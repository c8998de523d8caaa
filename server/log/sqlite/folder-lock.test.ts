import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startAppender } from './appender-process.fixture.ts'
import { lockFolder } from './folder-lock.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { temporaryFolder } from './sqlite-storage.fixture.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (where = folder) => openSqliteRevisionLog({ folder: where, now: Date.now, warn: () => {} })

test('[L2] a second log in the same process is refused, and the first one is not affected', async () => {
  const log = await open()
  for (let count = 0; count < 3; count += 1) {
    await expect(open()).rejects.toMatchObject({
      code: 'state_folder_in_use',
      message: expect.stringContaining(folder),
    })
  }
  const draft = { at: 1, sourceAt: undefined, changes: { create: [], update: [], destroy: [] }, event: undefined }
  expect((await log.append(log.current().version, draft)).kind).toBe('appended')
  const before = log.current()
  await log.close()
  const again = await open()
  expect(again.current()).toStrictEqual(before)
  await again.close()
})

test('[L2] a second process is refused until the first one ends', async () => {
  const first = await startAppender(folder)
  await first.heard('announced')
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  await first.heard('announced')
  await first.kill()
  const log = await open()
  const second = await startAppender(folder)
  await expect(second.heard('open')).rejects.toThrow(/state_folder_in_use|in use by another Paddock/)
  await log.close()
})

test('[L2] opening is refused while another connection has the database locked', async () => {
  const log = await open()
  await log.close()
  const other = new Database(join(folder, 'paddock.db'))
  other.exec('BEGIN EXCLUSIVE')
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  other.exec('ROLLBACK')
  other.close()
  await (await open()).close()
})

test('[L2] a damaged database is quarantined only after the folder is not locked any more', async () => {
  writeFileSync(join(folder, 'paddock.db'), 'results '.repeat(1000))
  const release = lockFolder(folder)
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  expect(readdirSync(folder).sort()).toEqual(['paddock.db', 'paddock.lock'])
  release()
  await (await open()).close()
  expect(readdirSync(folder).some((name) => name.startsWith('paddock.db.damaged-'))).toBe(true)
})

test('a missing state folder is created', async () => {
  const log = await open(join(folder, 'a', 'b'))
  await log.close()
})

test('the error for a state folder that cannot be created or written names it and STATE_DIR', async () => {
  writeFileSync(join(folder, 'file'), '')
  for (const where of [join(folder, 'file'), join(folder, 'file', 'state')]) {
    await expect(open(where)).rejects.toMatchObject({
      code: 'state_folder_unwritable',
      message: expect.stringMatching(new RegExp(`${where}.*STATE_DIR`)),
    })
  }
})

test.each(['paddock.db', 'paddock.lock', 'paddock.witness', 'paddock.mark'])(
  'opening fails with state_folder_unwritable while %s is a folder',
  async (name) => {
    mkdirSync(join(folder, name))
    await expect(open()).rejects.toMatchObject({
      code: 'state_folder_unwritable',
      message: expect.stringContaining(folder),
    })
    rmSync(join(folder, name), { recursive: true })
    await (await open()).close()
  },
)

test('the error for a damaged lock file names it', async () => {
  writeFileSync(join(folder, 'paddock.lock'), 'results '.repeat(1000))
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_unwritable', message: /paddock\.lock.*delete it/ })
})
