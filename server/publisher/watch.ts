import { realpathSync, statSync } from 'node:fs'
import { type FSWatcher, watch } from 'chokidar'

/** How the watch ends. */
export type Stop = () => Promise<void>

/** The folder that a path leads to: where it really is, and which of those that were there one after the other. */
interface Place {
  readonly path: string
  readonly identity: string
}

/**
 * Calls `hint` when something in the folder may have changed. Only a hint: events come twice, late or never, so that whoever
 * listens reads and compares, and looks by itself now and then. Survives the folder being replaced, or reached by a link that
 * leads elsewhere later.
 */
export function watchFolder(folder: string, hint: () => void, warn: (message: string) => void): Stop {
  let place = placeOf(folder)
  let watcher = open()

  // Of a link only the link itself would be watched.
  function open(): FSWatcher {
    const options = { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true }
    return watch(place?.path ?? folder, options)
      .on('all', hint)
      .on('error', (error) => warn(`The data folder cannot be watched, so it is looked at instead: ${String(error)}`))
  }

  // The watch is on the folder that was there at the start; a folder put in its place (a sync tool does that) is another one.
  const replaced = setInterval(() => {
    const now = placeOf(folder)
    if (now?.identity === place?.identity) return
    place = now
    hint()
    if (!place) return
    const old = watcher
    watcher = open()
    old.close().catch((error: unknown) => warn(String(error)))
  }, 2000)

  return async () => {
    clearInterval(replaced)
    await watcher.close()
  }
}

function placeOf(folder: string): Place | undefined {
  try {
    const path = realpathSync(folder)
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true })
    // A folder that is removed and made again often has the number of the one before.
    return { path, identity: `${path} ${dev} ${ino} ${birthtimeNs}` }
  } catch {
    // It is away for a moment, or a share is; the looks report what they cannot read.
    return undefined
  }
}
