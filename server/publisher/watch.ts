import { realpathSync, statSync } from 'node:fs'
import { watch as watchFiles } from 'chokidar'
import type { Timers } from '../../lib/time/timers.ts'

/** How often the folder is compared with the one that is watched. Milliseconds. */
const replacedInterval = 2000

/** Ends the watch. */
export type StopWatching = () => Promise<void>

/** Calls `hint` at each change in a folder, and `warn` when it cannot be watched. */
export type Watch = (path: string, hint: () => void, warn: (message: string) => void) => StopWatching

/** The folder that a path leads to: its real path, and an identity that changes when the folder is replaced. */
interface RealFolder {
  readonly path: string
  readonly identity: string
}

export interface WatchParts {
  readonly timers: Timers
  /** Watches one folder, which is no link; it need not notice that the folder is replaced. */
  readonly watch?: Watch
}

/**
 * Calls `hint` when something in the folder may have changed. Events are repeated, late or lost, so the listener reads
 * and compares, also without a hint. The watch follows a replaced folder and a changed link.
 */
export function watchFolder(
  folder: string,
  hint: () => void,
  warn: (message: string) => void,
  { timers, watch = watchWithChokidar }: WatchParts,
): StopWatching {
  let watched = realFolder(folder)
  // Chokidar would watch a link itself, not the folder behind it.
  let stop = watch(watched?.path ?? folder, hint, warn)

  function look(): void {
    cancelLook = timers.after(replacedInterval, look)
    const found = realFolder(folder)
    if (found?.identity === watched?.identity) return
    watched = found
    hint()
    if (!found) return
    const stopOld = stop
    stop = watch(found.path, hint, warn)
    stopOld().catch((error: unknown) => warn(String(error)))
  }
  let cancelLook = timers.after(replacedInterval, look)

  return async () => {
    cancelLook()
    await stop()
  }
}

const watchWithChokidar: Watch = (path, hint, warn) => {
  const options = { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true }
  const watcher = watchFiles(path, options)
    .on('all', hint)
    .on('error', (error) => warn(`The data folder cannot be watched, so it is read at intervals: ${String(error)}`))
  return () => watcher.close()
}

function realFolder(folder: string): RealFolder | undefined {
  try {
    const path = realpathSync(folder)
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true })
    // A folder that is removed and made again often gets the same inode number.
    return { path, identity: `${path} ${dev} ${ino} ${birthtimeNs}` }
  } catch {
    // The folder or its network share is unavailable; the passes report what they cannot read.
    return undefined
  }
}
