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

test('[L2] a second log in the same process is refused, and harms nothing', async () => {
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

test('[L2] a second process is refused while the first one lives, and not a moment longer', {
  timeout: 60_000,
}, async () => {
  const first = startAppender(folder)
  await first.heard('announced')
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  await first.heard('announced')
  await first.kill()
  const log = await open()
  const second = startAppender(folder)
  await expect(second.heard('open')).rejects.toThrow(/state_folder_in_use|in use by another Paddock/)
  await log.close()
})

test('[L2] a damaged file that another process has open is not set aside', async () => {
  const log = await open()
  await log.close()
  const other = new Database(join(folder, 'paddock.db'))
  other.exec('BEGIN EXCLUSIVE')
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  other.exec('ROLLBACK')
  other.close()
  await (await open()).close()
})

test('[L2] a folder in which another process is about to begin is left alone, also where its database is damaged', async () => {
  writeFileSync(join(folder, 'paddock.db'), 'results '.repeat(1000))
  const release = lockFolder(folder)
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_in_use' })
  expect(readdirSync(folder).sort()).toEqual(['paddock.db', 'paddock.lock'])
  release()
  await (await open()).close()
  expect(readdirSync(folder).some((name) => name.startsWith('paddock.db.damaged-'))).toBe(true)
})

test('a folder that is missing is made', async () => {
  const log = await open(join(folder, 'a', 'b'))
  await log.close()
})

test('a folder that cannot be made or written is named, with what to do', async () => {
  writeFileSync(join(folder, 'file'), '')
  for (const where of [join(folder, 'file'), join(folder, 'file', 'state')]) {
    await expect(open(where)).rejects.toMatchObject({
      code: 'state_folder_unwritable',
      message: expect.stringMatching(new RegExp(`${where}.*STATE_DIR`)),
    })
  }
})

test.each(['paddock.db', 'paddock.lock', 'paddock.witness', 'paddock.mark'])(
  'a folder in the place of %s',
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

test('a damaged lock is named', async () => {
  writeFileSync(join(folder, 'paddock.lock'), 'results '.repeat(1000))
  await expect(open()).rejects.toMatchObject({ code: 'state_folder_unwritable', message: /paddock\.lock.*delete it/ })
})
