import { createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import { writePrivateFile } from './private-file.ts'

/** Makes the slow hash of a password: some 50 ms of a processor. */
export type Derive = (password: string, salt: Buffer, length: number) => Promise<Buffer>
const slowHash: Derive = promisify<string, Buffer, number, Buffer>(scrypt)

const hexText = z.string().check(z.regex(/^[0-9a-f]{32,128}$/))
const storedSchema = z.object({
  salt: hexText,
  secret: hexText,
  hash: z.optional(hexText),
  digest: z.optional(hexText),
})
type Stored = z.infer<typeof storedSchema>

export interface AdminPassword {
  /** Quick, and without the slow hash, as soon as the password was once known to this or an earlier process. */
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
  derive: Derive = slowHash,
): Promise<AdminPassword> {
  const file = join(stateFolder, 'admin.json')
  const found = await readStored(file)
  const stored: Stored = found ?? {
    salt: randomBytes(16).toString('hex'),
    secret: randomBytes(32).toString('hex'),
  }
  const salt = Buffer.from(stored.salt, 'hex')

  const digestOf = (text: string) => createHmac('sha256', Buffer.from(stored.secret, 'hex')).update(text).digest()

  const generated = fromEnvironment === undefined && stored.hash === undefined ? newPassword() : undefined
  const password = fromEnvironment ?? generated
  const hash = password === undefined ? Buffer.from(stored.hash ?? '', 'hex') : await derive(password, salt, 64)
  let digest = password === undefined ? stored.digest && Buffer.from(stored.digest, 'hex') : digestOf(password)
  const keepHash = async (learned: Buffer) => {
    const hashes = { hash: hash.toString('hex'), digest: learned.toString('hex') }
    await writePrivateFile(file, JSON.stringify({ ...stored, ...hashes }))
  }
  // Neither a password from the environment nor its hash is stored: without the variable, the generated one is valid.
  if (!found) await writePrivateFile(file, JSON.stringify(stored))

  return {
    generated,
    async keep() {
      if (generated !== undefined) await keepHash(digestOf(generated))
    },
    sessionKey: createHmac('sha256', Buffer.from(stored.secret, 'hex')).update(hash).digest(),
    async matches(attempt) {
      const attempted = digestOf(attempt)
      if (digest) return timingSafeEqual(attempted, digest)
      // Paddock 0.1.0 stored the slow hash alone. That of a generated password needs no slow one: it has 79 bits.
      if (!timingSafeEqual(await derive(attempt, salt, 64), hash)) return false
      digest = attempted
      await keepHash(attempted).catch(() => undefined)
      return true
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

/** Four groups of four characters that cannot be mistaken for each other: 79 bits. */
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)])
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-')
}
