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
  /** The key that signs sessions. It depends on the password, so that a new password ends all sessions. */
  readonly sessionKey: Uint8Array
  /** The password, when it was generated at this start: print it once, and then call `keep`. */
  readonly generated: string | undefined
  /** Stores the hash of a generated password. Call it after the password is printed, never before. */
  keep(): Promise<void>
}

/** The password from the environment, or the generated one of the state folder, of which only the hash is stored. */
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
  // Neither a password from the environment nor its hash is stored: without the variable, the generated one is valid.
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
    // An absent or damaged file leads to a new password, which is printed. A file that cannot be read is an error.
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined && code !== 'ENOENT') throw error
    return undefined
  }
}

async function writeStored(file: string, stored: Stored): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(stored), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Four groups of four characters that cannot be mistaken for each other: 79 bits. */
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
