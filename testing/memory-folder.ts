import { accessSync, constants, statfsSync } from 'node:fs'

/** What the largest test run leaves free, bytes: a container's usual 64 MB would be full. */
const enough = 2 * 1024 ** 3

/**
 * A folder in memory for the temporary files of tests, if the system has one with room: a disk takes 5 ms to overwrite
 * a file, and tests overwrite many thousands.
 */
export function memoryFolder(path = '/dev/shm', bytes = enough): string | undefined {
  try {
    accessSync(path, constants.W_OK)
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize >= bytes ? path : undefined
  } catch {
    return undefined
  }
}

/** Temporary files of a process with this environment, and of those that it starts, go into `folder`, if any. */
export function keepFilesInMemory(environment: Record<string, string | undefined>, folder: string | undefined): void {
  // A developer's own folder stays.
  if (!environment.TMPDIR && folder) environment.TMPDIR = folder
}
