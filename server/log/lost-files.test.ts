import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchForLostFiles } from './lost-files.ts'

let parent: string
let folder: string
let lines: string[]

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'paddock-lost-'))
  folder = join(parent, 'state')
  await makeFolder()
  lines = []
})
afterEach(() => rm(parent, { recursive: true }))

async function makeFolder(): Promise<void> {
  await mkdir(folder)
  for (const name of ['paddock.db', 'paddock.lock', 'paddock.witness']) await writeFile(join(folder, name), '')
}
const watch = () => watchForLostFiles(folder, pino({}, { write: (line: string) => void lines.push(line) }))
const codes = ({ problems }: ReturnType<typeof watch>) => problems().map(({ code }) => code)

describe('the files of the state folder', () => {
  test('given nothing happens, then there is no problem', () => {
    const files = watch()
    files.check()
    expect([codes(files), lines]).toEqual([[], []])
  })

  test('given the folder is deleted, then the next check has a problem with a remedy, logged once', async () => {
    const files = watch()
    await rm(folder, { recursive: true })
    files.check()
    files.check()
    expect(codes(files)).toEqual(['state_folder_lost'])
    expect(files.problems()[0]?.hint).toContain('restart Paddock')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, code: 'state_folder_lost' })
  })

  test('given the folder is replaced by one with the same names, then the next check has a problem', async () => {
    const files = watch()
    await rename(folder, `${folder}-old`)
    await makeFolder()
    files.check()
    expect(codes(files)).toEqual(['state_folder_lost'])
  })

  test('given one file is deleted, then the problem names it alone', async () => {
    const files = watch()
    await rm(join(folder, 'paddock.witness'))
    files.check()
    expect(files.problems()[0]?.message).toContain(': paddock.witness cannot')
  })

  test('given the folder is moved back, then the problem ends, and the log says so', async () => {
    const files = watch()
    await rename(folder, `${folder}-old`)
    files.check()
    await rename(`${folder}-old`, folder)
    files.check()
    expect([codes(files), lines.length]).toEqual([[], 2])
  })
})
