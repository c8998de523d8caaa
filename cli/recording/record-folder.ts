import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { watch } from 'chokidar'
import type { RecorderParts } from './record-feed.ts'

/** Bytes; a larger file is no timing file. */
const largestFile = 32 * 1024 * 1024

/**
 * Records the files of a folder as they are, and each time that they are saved with another content, until the signal
 * is aborted. Hidden files are left out, and the recording itself, which may be in the folder. Paths are absolute.
 */
export async function recordFolder(
  folder: string,
  recording: string,
  { keep, say, timers, signal }: RecorderParts,
): Promise<void> {
  const began = timers.elapsed()
  const known = new Map<string, string>()
  let working: Promise<void> = Promise.resolve()
  const now = () => Math.round(timers.elapsed() - began)

  async function look(absolute: string): Promise<void> {
    const path = relative(folder, absolute).split(sep).join('/')
    const bytes = await contentOf(absolute)
    const print = bytes && createHash('sha256').update(bytes).digest('hex')
    if (print === known.get(path)) return
    if (print === undefined) known.delete(path)
    else known.set(path, print)
    keep({ kind: 'file', at: now(), path, bytes })
    say(bytes ? `${path}: ${bytes.length} bytes` : `${path} is gone`)
  }

  const enqueue = (path: string) => {
    working = working.then(() => look(path)).catch((error: unknown) => say(`${path} cannot be read: ${String(error)}`))
  }
  const isLeftOut = (path: string) => path === recording || /(?:^|[\\/])\./.test(relative(folder, path))
  const watcher = watch(folder, { ignored: isLeftOut, followSymlinks: false })
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, enqueue)
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await watcher.close()
  await working
}

/** Undefined for a file that is gone, or too large. */
async function contentOf(path: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path)
    return size > largestFile ? undefined : await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
