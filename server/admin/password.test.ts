import { scryptSync } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Derive, loadAdminPassword } from './password.ts'

let folder: string
let derived: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-admin-'))
  derived = 0
})
afterEach(() => rm(folder, { recursive: true }))

const derive: Derive = async (password, salt, length) => {
  derived += 1
  return scryptSync(password, salt, length)
}
const load = (password?: string) => loadAdminPassword(folder, password, derive)

describe('the admin password', () => {
  test('given none, then one is generated once, and only hashes are stored, in a file for this user alone', async () => {
    const first = await load()
    const { generated = '' } = first
    await first.keep()
    expect(generated).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    expect(await first.matches(generated)).toBe(true)
    expect(await first.matches(`${generated}x`)).toBe(false)

    const second = await load()
    expect(second.generated).toBeUndefined()
    expect(await second.matches(generated)).toBe(true)
    expect(await readFile(join(folder, 'admin.json'), 'utf8')).not.toContain(generated)
    expect((await stat(join(folder, 'admin.json'))).mode & 0o077).toBe(0)
  })

  test('given a start that failed before it showed the password, then the next start generates another', async () => {
    const unseen = await load()
    expect((await load()).generated).not.toBe(unseen.generated)
    expect((await load()).generated).toBeDefined()
  })

  test('given one in the environment, then it replaces the generated one and is not stored', async () => {
    const first = await load()
    const { generated = '' } = first
    await first.keep()
    const own = await load('race day 2026')
    expect(own.generated).toBeUndefined()
    expect(await own.matches('race day 2026')).toBe(true)
    expect(await own.matches(generated)).toBe(false)
    expect(await readFile(join(folder, 'admin.json'), 'utf8')).not.toContain('race day')
    expect(await (await load()).matches(generated)).toBe(true)
  })

  test.each([
    ['of the environment', 'race day 2026'],
    ['that was generated', undefined],
  ])('given a password %s, then tries cost no slow hash, before and after a restart', async (_, password) => {
    const first = await load(password)
    await first.keep()
    const second = await load(password)
    const before = derived
    for (const one of [first, second]) {
      for (let attempt = 0; attempt < 100; attempt += 1) await one.matches(`wrong ${attempt}`)
      expect(await one.matches(password ?? first.generated ?? '')).toBe(true)
    }
    expect(derived).toBe(before)
  })

  test('given the file of 0.1.0 with a slow hash alone, then the right password is learnt once and for restarts', async () => {
    const [salt, secret] = ['a'.repeat(32), 'b'.repeat(64)]
    const hash = scryptSync('2345-6789-2345-6789', Buffer.from(salt, 'hex'), 64).toString('hex')
    await writeFile(join(folder, 'admin.json'), JSON.stringify({ salt, secret, hash }))
    const first = await load()
    expect([await first.matches('wrong'), await first.matches('2345-6789-2345-6789')]).toEqual([false, true])
    expect(derived).toBe(2)
    const second = await load()
    expect([await second.matches('wrong'), await second.matches('2345-6789-2345-6789')]).toEqual([false, true])
    expect([await first.matches('wrong'), derived]).toEqual([false, 2])
  })
})
