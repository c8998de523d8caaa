import { realpathSync, statSync } from 'node:fs'
import { watch as watchFiles } from 'chokidar'
import type { Timers } from '../../lib/time/timers.ts'

/** How often the folder is compared with the one that is watched. Milliseconds. */
const replacedInterval = 2000

/** Ends the watch. */
export type StopWatching = () => Promise<void>

/** Calls `hint` for what happens in a folder, and `warn` when it cannot be watched. */
export type Watch = (path: string, hint: () => void, warn: (message: string) => void) => StopWatching

/** The folder that a path leads to: where it really is, and which of those that were there one after the other. */
interface RealFolder {
  readonly path: string
  readonly identity: string
}

export interface WatchParts {
  readonly timers: Timers
  /** Watches a folder that is no link and is not replaced. */
  readonly watch?: Watch
}

/**
 * Calls `hint` when something in the folder may have changed. Only a hint: events come twice, late or never, so a
 * listener reads and compares, and looks by itself now and then. Survives that the folder is replaced, or a link to it
 * changed.
 */
export function watchFolder(
  folder: string,
  hint: () => void,
  warn: (message: string) => void,
  { timers, watch = watchWithChokidar }: WatchParts,
): StopWatching {
  let watched = realFolder(folder)
  // Of a link, only the link itself would be watched.
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
    .on('error', (error) => warn(`The data folder cannot be watched, so it is looked at instead: ${String(error)}`))
  return () => watcher.close()
}

function realFolder(folder: string): RealFolder | undefined {
  try {
    const path = realpathSync(folder)
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true })
    // A folder that is removed and made again often has the number of the one before.
    return { path, identity: `${path} ${dev} ${ino} ${birthtimeNs}` }
  } catch {
    // It, or its share, is away for a moment; the passes report what they cannot read.
    return undefined
  }
}
