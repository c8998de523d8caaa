import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { kartSession } from '../../../testing/feed/made-up-karts.ts'
import { parseLine } from '../rmonitor/message.ts'
import { applyMessage, noSession } from '../rmonitor/session.ts'
import { openFeedFile } from './feed-file.ts'
import { keepSession, restoreSession } from './kept-feed.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-feeds-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const lines = kartSession({ count: 4, duration: 120, seed: 3 }).lines.map(({ line }) => line)
const extra = [
  '$COMP,"K1","7","C","Ann","Lee","SWE","Honda"',
  '$C,1,"Senior"',
  '$E,"TRACKNAME","Ring"',
  '$I',
  '$B,6,"Final"',
]

/** The session after some lines. */
function sessionOf(said: readonly string[]) {
  return said.reduce((session, line) => {
    const message = parseLine(line)
    return message.kind === 'ignored' || message.kind === 'bad' ? session : applyMessage(session, message)
  }, noSession)
}

test('given a session after any lines, when it is kept and restored, then it is the same', async () => {
  const folder = newFolder()
  const said = fc.array(fc.constantFrom(...lines, ...extra), { maxLength: 120 })
  const property = fc.asyncProperty(said, async (some) => {
    const session = { ...sessionOf(some), early: undefined }
    const feed = { address: '10.0.0.1', heard_at: 5, time_of_day: 7, session: keepSession(session) }
    const { write } = await openFeedFile(folder, writeFile, () => {})
    await write({ karts: feed })
    const { kept } = await openFeedFile(folder, writeFile, () => {})
    expect(kept.karts && restoreSession(kept.karts.session)).toEqual(session)
  })
  await fc.assert(property, { numRuns: 60 })
})

test.each([
  ['nothing', ''],
  ['half of it', '{"karts":{"address":"10.0.0.1","heard_at":5,"ses'],
  ['another kind of data', '{"karts":{"address":"10.0.0.1","heard_at":"now","session":{}}}'],
  ['a list', '[]'],
])('given a file with %s, then nothing is kept', async (_, text) => {
  const folder = newFolder()
  writeFileSync(join(folder, 'feeds.json'), text)
  expect((await openFeedFile(folder, writeFile, () => {})).kept).toEqual({})
})

test('given a disk that refuses to write, then one warning says so until a write succeeds', async () => {
  const folder = newFolder()
  const warnings: string[] = []
  let isFull = true
  const write = async (path: string, text: string) => {
    if (isFull) throw new Error('ENOSPC')
    await writeFile(path, text)
  }
  const file = await openFeedFile(folder, write, (message) => warnings.push(message))
  await file.write({})
  await file.write({})
  expect(warnings).toEqual(['feeds.json cannot be written: ENOSPC. After a restart, laps may be missing.'])
  isFull = false
  await file.write({})
  expect(readFileSync(join(folder, 'feeds.json'), 'utf8')).toBe('{}')
  isFull = true
  await file.write({})
  expect(warnings).toHaveLength(2)
})
