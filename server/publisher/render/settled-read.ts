import { setTimeout as sleep } from 'node:timers/promises'
import { openDataFolder } from '../files/data-folder.ts'
import { createEventReader } from './event-file.ts'
import type { FilesRead, PassFiles } from './pass-result.ts'
import { readPass } from './read-pass.ts'
import { createReadingMemory } from './readers/reading-memory.ts'

/**
 * A save is believed when the file has stayed as it was read for this long: some programs write a file in pieces, and a
 * pass begins at the first of them. Milliseconds.
 */
const quietTime = 20

/** A program that writes without a pause must not keep a list back: the last attempt counts, whatever happens. */
const attempts = 3

/** Resolves after so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>

/** Reads the files of a pass, and gives what `use` makes of them. Of a read that has not settled, that is dropped. */
export type SettledReads = <Result>(files: PassFiles, use: (read: FilesRead) => Result) => Promise<Result>

/**
 * Reads the data folder for one pass after the other. Files that were saved since the last pass are read again when
 * they change while they are read, rendered and used, or for a moment after.
 */
export function createSettledReads(root: string, wait: Wait = sleep): SettledReads {
  const readEvent = createEventReader()
  const memory = createReadingMemory()
  let known: ReadonlyMap<string, string> | undefined

  async function readOnce<Result>(
    files: PassFiles,
    use: (read: FilesRead) => Result,
  ): Promise<{ result: Result; isSettled: boolean }> {
    const folder = openDataFolder(root, {}, memory.contents)
    const read = await readPass(files, folder, readEvent, memory)
    memory.endPass()
    const result = use(read)
    const before = known
    known = new Map(folder.reads().map(({ path, stamp }) => [path, stamp]))
    // Nothing is known before the first pass; a list that was just written is held then.
    const saved = before ? folder.reads().filter(({ path, stamp }) => before.get(path) !== stamp) : []
    if (saved.length === 0) return { result, isSettled: true }
    const remaining = Math.max(...saved.map(({ readAt }) => readAt)) + quietTime - performance.now()
    await wait(Math.max(0, remaining))
    return { result, isSettled: saved.every(folder.isUnchanged) }
  }

  return async (files, use) => {
    for (let attempt = 1; ; attempt += 1) {
      const { result, isSettled } = await readOnce(files, use)
      if (isSettled || attempt === attempts) return result
    }
  }
}
