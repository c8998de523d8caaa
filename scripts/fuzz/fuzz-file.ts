import { parseRun } from '../../lib/record/run.ts'
import { SourceError } from '../../server/publisher/sources/source-error.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { fuzzEntries, isEntryName, ownerOf } from './fuzz-entries.ts'
import type { FuzzRecord, FuzzSubject } from './fuzz-subjects.ts'
import { movingMutations, mutations } from './mutate.ts'

/** What a reader did with a damaged file. */
export interface FuzzOutcome {
  readonly kind: 'read' | 'refused' | 'crash' | 'other_time'
  /** The reader and what was done to its file. */
  readonly what: string
  /** Of a fault: the error, or the entry and the time that is not its own. */
  readonly fault?: string
}

const allMutations = Object.entries({ ...mutations, ...movingMutations })

/** Damages one file and reads it; equal seeds and numbers give equal files. */
export function fuzzFile(subjects: readonly FuzzSubject[], seed: number, number: number): FuzzOutcome {
  const random = seededRandom(seed * 1_000_003 + number)
  const subject = pick(subjects, random)
  const [name, mutate] = pick(allMutations, random)
  const what = `${subject.reader}: ${name}`
  const bytes = mutate(subject.write(fuzzEntries(random)), random)
  try {
    const records = subject.read(bytes)
    const wrong = Object.hasOwn(movingMutations, name) ? undefined : otherTime(records)
    return wrong === undefined ? { kind: 'read', what } : { kind: 'other_time', what, fault: wrong }
  } catch (error) {
    if (error instanceof SourceError) return { kind: 'refused', what }
    return { kind: 'crash', what, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** The first entry that has a time of another one. */
function otherTime(records: readonly FuzzRecord[]): string | undefined {
  for (const { name, runs } of records) {
    if (!isEntryName(name)) continue
    for (const text of runs) {
      const run = parseRun(text)
      const owner = run.kind === 'timed' ? ownerOf(run.raw) : undefined
      if (owner !== undefined && owner !== name) return `${name} has ${text}, which is of ${owner}`
    }
  }
  return undefined
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}
