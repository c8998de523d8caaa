import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eventFile, template } from '../../testing/event/timing-file.ts'

/** Ways in which programs save a file. */
export const savings = ['in place', 'renamed over', 'in pieces', 'deleted first', 'twice'] as const
type Saving = (typeof savings)[number]

export interface EventFolder {
  readonly path: string
  save(text: string, saving: Saving): Promise<void>
  /** Sets a new modification time, with equal bytes. */
  touch(): void
  saveTitle(title: string): void
}

/**
 * A data folder that is written like timing software does. `random` decides where a file is cut and how long a save
 * takes.
 */
export function makeEventFolder(path: string, title: string, text: string, random: () => number): EventFolder {
  mkdirSync(path, { recursive: true })
  const file = join(path, 'live.csv')

  /** Each pause is shorter than the time that the loss guard holds a loss. */
  async function inPieces(bytes: Buffer): Promise<void> {
    const pieces = 2 + Math.floor(random() * 3)
    const cuts = Array.from({ length: pieces - 1 }, () => Math.floor(random() * bytes.length)).sort((a, b) => a - b)
    for (const [index, end] of [...cuts, bytes.length].entries()) {
      writeFileSync(file, bytes.subarray(cuts[index - 1] ?? 0, end), { flag: index === 0 ? 'w' : 'a' })
      if (end < bytes.length) await wait(20 + random() * 180)
    }
  }

  const folder: EventFolder = {
    path,
    async save(text, saving) {
      if (saving === 'in pieces') return inPieces(Buffer.from(text))
      if (saving === 'renamed over') {
        writeFileSync(`${file}.new`, text)
        renameSync(`${file}.new`, file)
        return
      }
      if (saving === 'deleted first') {
        rmSync(file, { force: true })
        await wait(random() * 200)
      }
      writeFileSync(file, text)
      if (saving === 'twice') writeFileSync(file, text)
    },
    touch() {
      const now = new Date()
      utimesSync(file, now, now)
    },
    saveTitle(title) {
      writeFileSync(join(path, 'event.yaml.new'), eventFile.replace(/^title: .*$/m, `title: ${title}`))
      renameSync(join(path, 'event.yaml.new'), join(path, 'event.yaml'))
    },
  }
  writeFileSync(join(path, 'drivers.jsonl.njk'), template)
  writeFileSync(file, text)
  folder.saveTitle(title)
  return folder
}
