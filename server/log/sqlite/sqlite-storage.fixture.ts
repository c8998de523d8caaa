import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RevisionLog } from '../revision-log.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import type { Retention } from './write-log.ts'

/** The contents of the files that change while a log is written; undefined for a missing file. */
export type Image = ReadonlyMap<string, Buffer | undefined>

const writtenFiles = ['paddock.db', 'paddock.db-wal', 'paddock.witness']

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'paddock-log-'))
}

export function takeImage(folder: string): Image {
  return new Map(writtenFiles.map((name) => [name, readIfThere(join(folder, name))]))
}

/** Restores the files of a crash at the time of the image. The clone marker is not changed. */
export function putImage(folder: string, image: Image): void {
  for (const [name, bytes] of image) {
    if (bytes) writeFileSync(join(folder, name), bytes)
    else rmSync(join(folder, name), { force: true })
  }
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

/** A storage of the contract: a new temporary folder. */
export async function createSqliteStorage(warn: (message: string) => void, retention?: Retention) {
  const folder = temporaryFolder()
  return {
    open: (now: () => number) => openSqliteRevisionLog({ folder, now, warn, ...(retention && { retention }) }),
    async crash(log: RevisionLog) {
      const image = takeImage(folder)
      await log.close()
      putImage(folder, image)
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
