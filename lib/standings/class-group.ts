import type { Event } from '../record/event.ts'
import type { ClassHeading } from '../scoring/class-code.ts'
import type { EntryResult } from '../scoring/entry-result.ts'
import type { Measure, PositionTable } from '../scoring/ranking.ts'
import { trophyCount } from '../scoring/scoring.ts'
import { compareText } from '../table/sort-key.ts'
import type { ClassStanding } from './class-standing.ts'
import { type Entry, rowsOf } from './entry.ts'
import { rankEntries } from './ranked-entries.ts'

/** The entries that compete in one class. */
export interface ClassGroup {
  /** Best first. After a change, any of them may have a new position, gap or trophy. */
  members(): readonly Entry[]
  /** The event's spelling; for a class that it does not list, the first of the members' spellings. */
  code(): string
  replace(removed: readonly Entry[], added: readonly Entry[]): void
  /** The class with the current rows of its members; the same object until one of them changes. */
  standing(): ClassStanding
}

export function createClassGroup(
  heading: ClassHeading | undefined,
  { trophies: rule }: Event,
  positionAt: PositionTable,
): ClassGroup {
  let rankedBy: Measure = 'time'
  let ranking = rankEntries(rankedBy, 'class_position', positionAt)
  let code = ''
  let trophies = 0
  let standing: ClassStanding | undefined

  return {
    members: () => ranking.entries,
    code: () => code,
    replace(removed, added) {
      ranking.replace(removed, added)
      const members = ranking.entries
      const measure = measureOf(members)
      if (measure !== rankedBy) {
        rankedBy = measure
        ranking = rankEntries(measure, 'class_position', positionAt)
        ranking.replace([], members)
      }
      code = heading?.code ?? firstSpelling(members)
      trophies = trophyCount(members.filter(({ result }) => result.counts).length, rule)
      writeGapsAndTrophies(ranking.entries, code, rankedBy, trophies)
    },
    standing() {
      const entries = rowsOf(ranking.entries, standing?.entries)
      // With equal rows, the trophies and the measure are equal too.
      if (entries !== standing?.entries) {
        const ranked = entries.filter((row) => row.class_position).length
        standing = { code, name: heading?.name, entries, ranked, trophies, ranked_by: rankedBy }
      }
      return standing
    },
  }
}

/** By indexed time if a member that counts comes from another class, and each with a time has an indexed one. */
function measureOf(members: readonly Entry[]): Measure {
  const counting = members.filter(({ result }) => result.counts)
  if (!counting.some(({ competes }) => competes.grouped)) return 'time'
  return counting.every(({ result }) => result.total === undefined || result.indexed !== undefined) ? 'indexed' : 'time'
}

function firstSpelling(members: readonly Entry[]): string {
  return members.map(({ competes }) => competes.code).reduce((a, b) => (compareText(b, a) < 0 ? b : a), '\uffff')
}

/**
 * Writes gaps and trophies of members whose positions are written. Each entry at the last trophy's position gets one.
 */
function writeGapsAndTrophies(members: readonly Entry[], code: string, measure: Measure, trophies: number): void {
  const [first] = members
  /** The first entry at the position in hand, and the first at the next better position. */
  let current: Entry | undefined
  let ahead: Entry | undefined
  for (const entry of members) {
    const { class_position: position, result } = entry
    if (current === undefined || position !== current.class_position) {
      ahead = current
      current = entry
    }
    entry.class_code = code
    entry.gap_to_first = position && ahead && gap(first?.result, result, measure)
    entry.gap_to_next = position && gap(ahead?.result, result, measure)
    entry.fewer_than_first = position && fewer(first?.result, result)
    entry.trophy = position !== undefined && position.place <= trophies
  }
}

function gap(ahead: EntryResult | undefined, { scores }: EntryResult, measure: Measure): number | undefined {
  const [better] = ahead?.scores ?? []
  const [own] = scores
  if (better === undefined || own === undefined || better.completed !== own.completed) return undefined
  return (own[measure] ?? 0) - (better[measure] ?? 0)
}

function fewer(first: EntryResult | undefined, { scores: [own] }: EntryResult): number {
  return (first?.scores[0]?.completed ?? 0) - (own?.completed ?? 0)
}
