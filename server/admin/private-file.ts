import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file that no other user can read, durably; a crash leaves the old content or the new one. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    // The mode above does not apply to a file that is there already.
    await file.chmod(0o600)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  await flushFolder(dirname(path))
}

/** Makes the new name durable, which Windows neither needs nor allows. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
