import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, sep } from 'node:path'
import type { Player } from './play-recording.ts'

/** Plays the files of a recording into a folder, in place, as timing software saves them; writes nothing outside. */
export function writeFiles(folder: string): Player {
  return {
    async take(recorded) {
      if (recorded.kind !== 'file') return
      const path = normalize(recorded.path)
      if (isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)) return
      const target = join(folder, path)
      if (recorded.bytes === undefined) return rm(target, { force: true })
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, recorded.bytes)
    },
  }
}
