import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionToken, sessionTokens } from '../../lib/server-api/session-cookie.ts'
import { sessionFile } from './session-file.ts'
import { startSessions } from './sessions.ts'

let folder: string
let now: number
let warnings: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-sessions-'))
  now = 1_700_000_000_000
  warnings = []
})
afterEach(() => rm(folder, { recursive: true }))

const path = () => join(folder, 'sessions.json')
const start = (key = 'key') => {
  const file = sessionFile(folder, (message) => warnings.push(message))
  return startSessions({ key: Buffer.from(key), file, now: () => now })
}
/** The sessions after everything is written: a session that is unknown writes nothing, so one is begun and ended. */
async function written(sessions: Awaited<ReturnType<typeof start>>): Promise<void> {
  await sessions.end(sessions.begin().token)
}

describe('a session', () => {
  test('given a restart, then it is valid', async () => {
    const first = await start()
    const { token } = first.begin()
    await written(first)
    expect((await start()).isValid(token)).toBe(true)
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    expect(await readFile(path(), 'utf8')).not.toContain(token)
  })

  test('given it was ended, then neither this process nor the next one takes it, and others stay', async () => {
    const sessions = await start()
    const [ended, other] = [sessions.begin().token, sessions.begin().token]
    let notified = 0
    sessions.subscribe(() => {
      notified += 1
    })
    await sessions.end(ended)
    await sessions.end(ended)
    expect([sessions.isValid(ended), sessions.isValid(other), notified]).toEqual([false, true, 1])
    const next = await start()
    expect([next.isValid(ended), next.isValid(other)]).toEqual([false, true])
  })

  test('given a new password, then it is not valid any more', async () => {
    const first = await start()
    const { token } = first.begin()
    await written(first)
    expect((await start('another key')).isValid(token)).toBe(false)
  })

  test('given 16 hours, then it has ended, also for the next process', async () => {
    const first = await start()
    const { token, maxAge } = first.begin()
    await written(first)
    now += maxAge * 1000 - 1
    expect([first.isValid(token), (await start()).isValid(token)]).toEqual([true, true])
    now += 1
    expect([first.isValid(token), (await start()).isValid(token)]).toEqual([false, false])
  })

  test('given 101 of them, then the oldest has ended', async () => {
    const sessions = await start()
    const tokens = Array.from({ length: 101 }, () => sessions.begin().token)
    expect(tokens.map(sessions.isValid)).toEqual([false, ...Array(100).fill(true)])
    await written(sessions)
  })

  test.each([undefined, '', 'x.y.z', 'a'.repeat(5000)])('given the token %s, then it is refused', async (token) => {
    expect((await start()).isValid(token)).toBe(false)
  })

  test('given a damaged file, then everybody signs in again', async () => {
    await writeFile(path(), '{"sessions":[{"hash":')
    const sessions = await start()
    const { token } = sessions.begin()
    await written(sessions)
    expect((await start()).isValid(token)).toBe(true)
  })

  test('given the file cannot be written, then it is valid all the same, and the log says so', async () => {
    const sessions = await start()
    await rm(folder, { recursive: true })
    const { token } = sessions.begin()
    await written(sessions)
    expect([sessions.isValid(token), warnings.length]).toEqual([true, 3])
    expect(warnings[0]).toContain('sessions.json cannot be written')
    folder = await mkdtemp(join(tmpdir(), 'paddock-sessions-'))
  })
})

describe('the cookie of a session', () => {
  test.each([
    ['a=1; paddock_session=x; b=2', 'x', ['x']],
    ['paddock_session=x; paddock_session=y', undefined, ['x', 'y']],
    ['paddock_session=x;paddock_session=x', undefined, ['x', 'x']],
    ['paddock_session=', '', ['']],
    ['not_paddock_session=x', undefined, []],
    [undefined, undefined, []],
  ])('given the header %s, then its token is %s', (header, token, tokens) => {
    expect(sessionToken(header)).toBe(token)
    expect(sessionTokens(header)).toEqual(tokens)
  })
})
