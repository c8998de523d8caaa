import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withSetupLock } from './setup-lock.mjs'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-lock-'))
  lock = join(folder, 'state', 'setup.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

function abandonedBy(owner: number) {
  mkdirSync(lock, { recursive: true })
  writeFileSync(join(lock, String(owner)), '')
}

async function endedProcess() {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return Number(child.pid)
}

test('the setup lock is removed when the work resolves, and its result is returned', async () => {
  await expect(withSetupLock(lock, async () => existsSync(lock))).resolves.toBe(true)
  expect(existsSync(lock)).toBe(false)
})

test('the setup lock is released when the work fails', async () => {
  await expect(withSetupLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  expect(existsSync(lock)).toBe(false)
})

test("a dead process's setup lock is taken over", async () => {
  abandonedBy(await endedProcess())
  await expect(withSetupLock(lock, async () => 'worked')).resolves.toBe('worked')
})

test('a setup lock whose owner died before it signed is taken over', async () => {
  mkdirSync(lock, { recursive: true })
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, longAgo, longAgo)
  await expect(withSetupLock(lock, async () => 'worked')).resolves.toBe('worked')
})

test('several processes that find an abandoned setup lock work one at a time', async () => {
  abandonedBy(await endedProcess())
  const journal = join(folder, 'journal')
  const program = `
    import { appendFileSync } from 'node:fs'
    import { withSetupLock } from ${JSON.stringify(new URL('./setup-lock.mjs', import.meta.url).href)}
    await withSetupLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(journal)}, 'in ')
      await new Promise((resolve) => setTimeout(resolve, 30))
      appendFileSync(${JSON.stringify(journal)}, 'out ')
    })`
  const start = () => once(spawn(process.execPath, ['--input-type=module', '-e', program]), 'exit')
  await Promise.all(Array.from({ length: 4 }, start))
  expect(readFileSync(journal, 'utf8')).toBe('in out '.repeat(4))
})
