import { open, rename } from 'node:fs/promises'

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
}
