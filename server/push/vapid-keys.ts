import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import webPush from 'web-push'
import * as z from 'zod/mini'

/** The key pair by which push services know this server (RFC 8292), in base64url. */
export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

const storedSchema = z.object({
  publicKey: z.string().check(z.regex(/^B[\w-]{86}$/)),
  privateKey: z.string().check(z.regex(/^[\w-]{43}$/)),
})

/**
 * `push-keys.json` in the state folder, made at the first start: browsers subscribe to one key, so that without it no
 * subscription can be used any more. A damaged file is replaced. Rejects when it can be neither read nor written.
 */
export async function loadVapidKeys(
  stateFolder: string,
  writeFile: (path: string, text: string) => Promise<void>,
): Promise<{ readonly keys: VapidKeys; readonly areNew: boolean }> {
  const path = join(stateFolder, 'push-keys.json')
  const stored = await readStored(path)
  if (stored) return { keys: stored, areNew: false }
  const keys = webPush.generateVAPIDKeys()
  await writeFile(path, JSON.stringify(keys))
  return { keys, areNew: true }
}

async function readStored(path: string): Promise<VapidKeys | undefined> {
  try {
    return storedSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}
