import { contentOf, type Entry, fileOf, withAnotherName, withNewEntries, withoutSome, withRuns } from './entries.ts'
import { type EventFolder, savings } from './event-folder.ts'

/** What timing software does to its files during an event. */
export interface TimingProgram {
  /** Saves a changed list, in one of the ways in which programs save. */
  save(): Promise<void>
  /** Sets a new modification time, with equal bytes. */
  touch(): void
  retitle(): void
}

/** `wrote` gets the content key and the title of what the files say next, before they are written. */
export function createTimingProgram(
  start: { readonly entries: readonly Entry[]; readonly title: string },
  files: EventFolder,
  wrote: (content: string, title: string) => void,
  random: () => number,
): TimingProgram {
  let { entries, title } = start
  const earlier: (readonly Entry[])[] = []
  let serial = 1000

  function nextEntries(): readonly Entry[] {
    const chance = random()
    if (chance < 0.86) return withRuns(entries, random)
    if (chance < 0.9) return withNewEntries(entries, serial, random)
    if (chance < 0.93) return withoutSome(entries, random)
    if (chance < 0.96) return withAnotherName(entries, serial, random)
    return earlier[Math.floor(random() * earlier.length)] ?? entries
  }

  return {
    async save() {
      serial += 1
      earlier.push(entries)
      entries = nextEntries()
      wrote(contentOf(entries), title)
      await files.save(fileOf(entries), savings[Math.floor(random() * savings.length)] ?? 'in place')
    },
    touch: files.touch,
    retitle() {
      serial += 1
      title = `Soak ${serial}`
      wrote(contentOf(entries), title)
      files.saveTitle(title)
    },
  }
}
