import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { showPassword } from './show-password.ts'

let folder: string
let lines: string[]
let written: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-password-'))
  lines = []
  written = []
})
afterEach(() => rm(folder, { recursive: true }))

async function show(isTTY: boolean | undefined): Promise<void> {
  const terminal = { isTTY, write: (text: string) => void written.push(text) }
  const logger = pino({}, { write: (line: string) => void lines.push(line) })
  await showPassword('2345-6789', 'http://localhost:3000/admin', { terminal, stateFolder: folder, logger })
}

test('given a terminal, then the generated password is written to it once, and into no file', async () => {
  await show(true)
  expect(written.join('').split('2345-6789')).toHaveLength(2)
  expect([lines, await readdir(folder)]).toEqual([[], []])
})

test('given no terminal, then the generated password is in a file for this user alone, which the log names', async () => {
  await show(undefined)
  const file = join(folder, 'admin-password.txt')
  expect(await readFile(file, 'utf8')).toBe('2345-6789\n')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ file, msg: expect.stringContaining(file) })
  expect([written, lines.length, lines.join().includes('2345-6789')]).toEqual([[], 1, false])
})
