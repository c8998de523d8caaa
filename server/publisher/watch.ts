import { statSync } from 'node:fs'
import { type FSWatcher, watch } from 'chokidar'

/** How the watch ends. */
export type Stop = () => Promise<void>

/**
 * Calls `hint` when something in the folder may have changed. Only a hint: events come twice, late or never, so that whoever
 * listens reads and compares, and looks by itself now and then. Survives the folder being replaced.
 */
export function watchFolder(folder: string, hint: () => void, warn: (message: string) => void): Stop {
  let watcher = open()
  let inode = inodeOf(folder)

  function open(): FSWatcher {
    return watch(folder, { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true })
      .on('all', hint)
      .on('error', (error) => warn(`The data folder cannot be watched, so it is looked at instead: ${String(error)}`))
  }

  // The watch is on the folder that was there at the start; a folder put in its place (a sync tool does that) is another one.
  const replaced = setInterval(() => {
    const now = inodeOf(folder)
    if (now === undefined || now === inode) return
    inode = now
    const old = watcher
    watcher = open()
    hint()
    old.close().catch((error: unknown) => warn(String(error)))
  }, 2000)

  return async () => {
    clearInterval(replaced)
    await watcher.close()
  }
}

function inodeOf(folder: string): number | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.ino
  } catch {
    // A share that is away for a moment; the looks report what they cannot read.
    return undefined
  }
}
