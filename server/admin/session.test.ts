import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadAdminPassword } from './password.ts'
import { startSessions } from './session.ts'

const logger = pino({ level: 'silent' })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-admin-'))
})

afterEach(() => rm(folder, { recursive: true }))

const sessionsOf = async (password: string | undefined) =>
  startSessions(await loadAdminPassword(folder, password), logger)

async function signedIn(sessions: Awaited<ReturnType<typeof sessionsOf>>, password: string): Promise<string> {
  const result = await sessions.signIn(password, '10.0.0.1')
  if (result.kind !== 'signed_in') throw new Error(result.kind)
  return result.token
}

describe('the admin password', () => {
  test('is generated once, and only its hash is stored, in a file that no other user can read', async () => {
    const first = await loadAdminPassword(folder, undefined)
    const { generated = '' } = first
    await first.keep()
    expect(generated).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    expect(await first.matches(generated)).toBe(true)
    expect(await first.matches(`${generated}x`)).toBe(false)

    const second = await loadAdminPassword(folder, undefined)
    expect(second.generated).toBeUndefined()
    expect(await second.matches(generated)).toBe(true)
    expect(await readFile(join(folder, 'admin.json'), 'utf8')).not.toContain(generated)
    expect((await stat(join(folder, 'admin.json'))).mode & 0o077).toBe(0)
  })

  test('is generated again at the next start when the start before failed and did not print it', async () => {
    const unseen = await loadAdminPassword(folder, undefined)
    expect((await loadAdminPassword(folder, undefined)).generated).not.toBe(unseen.generated)
    expect((await loadAdminPassword(folder, undefined)).generated).toBeDefined()
  })

  test('from the environment replaces the generated one and is not stored', async () => {
    const first = await loadAdminPassword(folder, undefined)
    const { generated = '' } = first
    await first.keep()
    const own = await loadAdminPassword(folder, 'race day 2026')
    expect(own.generated).toBeUndefined()
    expect(await own.matches('race day 2026')).toBe(true)
    expect(await own.matches(generated)).toBe(false)
    expect(await (await loadAdminPassword(folder, undefined)).matches(generated)).toBe(true)
  })
})

describe('sessions', () => {
  test('a session is valid after a restart with the same password', async () => {
    const token = await signedIn(await sessionsOf('race day 2026'), 'race day 2026')
    expect(await (await sessionsOf('race day 2026')).isSignedIn(token)).toBe(true)
  })

  test('a session is invalid after the password changed', async () => {
    const token = await signedIn(await sessionsOf('race day 2026'), 'race day 2026')
    expect(await (await sessionsOf('race day 2027')).isSignedIn(token)).toBe(false)
  })

  test.each([
    ['no token', undefined],
    ['an empty token', ''],
    ['a token that is not a JWT', 'x.y.z'],
    ['a token of 5,000 characters', 'a'.repeat(5000)],
  ])('%s is refused', async (_what, token) => {
    expect(await (await sessionsOf('race day 2026')).isSignedIn(token)).toBe(false)
  })

  test('a token with a changed signature or without one is refused', async () => {
    const sessions = await sessionsOf('race day 2026')
    const [head, body, signature] = (await signedIn(sessions, 'race day 2026')).split('.')
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
    expect(await sessions.isSignedIn(`${head}.${body}.${signature?.split('').reverse().join('')}`)).toBe(false)
    expect(await sessions.isSignedIn(`${unsigned}.${body}.`)).toBe(false)
  })

  test('five wrong passwords block sign-ins from their own address only', async () => {
    const sessions = await sessionsOf('race day 2026')
    const kinds: string[] = []
    for (let attempt = 0; attempt < 7; attempt += 1) kinds.push((await sessions.signIn('wrong', '10.0.0.1')).kind)
    expect(kinds).toEqual([...Array(5).fill('wrong_password'), 'too_many_tries', 'too_many_tries'])
    expect((await sessions.signIn('race day 2026', '10.0.0.1')).kind).toBe('too_many_tries')
    expect((await sessions.signIn('race day 2026', '10.0.0.2')).kind).toBe('signed_in')
  })
})
