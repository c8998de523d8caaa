import { createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

const hexText = z.string().check(z.regex(/^[0-9a-f]{32,128}$/))
const storedSchema = z.object({ salt: hexText, secret: hexText, hash: z.optional(hexText) })
type Stored = z.infer<typeof storedSchema>

export interface AdminPassword {
  matches(password: string): Promise<boolean>
  /** Signs sessions. Another password is another key, so that a change signs everybody out. */
  readonly sessionKey: Uint8Array
  /** Set when a password was generated just now: print it once, and then call `keep`. */
  readonly generated: string | undefined
  /**
   * Stores the hash of a generated password. Before somebody saw the password, its hash would only lock everybody out.
   */
  keep(): Promise<void>
}

/** The password from the environment, or one generated at the first start of which only the hash is kept. */
export async function loadAdminPassword(
  stateFolder: string,
  fromEnvironment: string | undefined,
): Promise<AdminPassword> {
  const file = join(stateFolder, 'admin.json')
  const known = await readStored(file)
  const stored: Stored = known ?? {
    salt: randomBytes(16).toString('hex'),
    secret: randomBytes(32).toString('hex'),
  }
  const salt = Buffer.from(stored.salt, 'hex')

  const generated = fromEnvironment === undefined && stored.hash === undefined ? newPassword() : undefined
  const password = fromEnvironment ?? generated
  const hash = password === undefined ? Buffer.from(stored.hash ?? '', 'hex') : await derive(password, salt, 64)
  // A password from the environment is not kept, not even its hash: without the variable, the generated one holds
  // again.
  if (!known) await writeStored(file, stored)

  return {
    generated,
    async keep() {
      if (generated !== undefined) await writeStored(file, { ...stored, hash: hash.toString('hex') })
    },
    sessionKey: createHmac('sha256', Buffer.from(stored.secret, 'hex')).update(hash).digest(),
    async matches(attempt) {
      const attempted = await derive(attempt, salt, 64)
      return timingSafeEqual(attempted, hash)
    },
  }
}

async function readStored(file: string): Promise<Stored | undefined> {
  try {
    return storedSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    // Absent or damaged: a new password is generated, which the person at the keyboard sees. Not to be read is another
    // matter.
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined && code !== 'ENOENT') throw error
    return undefined
  }
}

async function writeStored(file: string, stored: Stored): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(stored), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Four groups of four characters that nobody mistakes for each other: 78 bits. */
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
