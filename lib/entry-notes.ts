import type { Mark, MarkedRun } from './marked-runs.ts'
import type { News } from './news.ts'
import { freshProgress, type Progress } from './progress.ts'

/** A run that says something else than it did. */
export interface Corrected {
  readonly before: string
  /** Unix ms. */
  readonly at: number
}

/** What is to be said of one run; `course` and `run` count from 0. */
export interface RunNote {
  readonly course: number
  readonly run: number
  readonly marks: readonly Mark[]
  readonly corrected: Corrected | undefined
}

/** What a row says of an entry beside its standing. */
export interface EntryNotes {
  readonly runs: readonly RunNote[]
  /** What its newest run changed, while that is new. */
  readonly progress: Progress | undefined
}

export type NotesByName = ReadonlyMap<string, EntryNotes>

export const noNotes: EntryNotes = { runs: [], progress: undefined }

/**
 * The notes of all entries that have any, by driver_name. What says the same as before is the same object as before, so that its
 * row does not render. `marked` is what markedRuns gives, `now` the server's clock.
 */
export function entryNotes(
  marked: ReadonlyMap<string, readonly MarkedRun[]>,
  news: readonly News[],
  now: number,
  previous: NotesByName = new Map(),
): NotesByName {
  const newsOf = newsByName(news)
  const notes = new Map<string, EntryNotes>()
  for (const name of new Set([...marked.keys(), ...newsOf.keys()])) {
    const own = newsOf.get(name) ?? []
    const runs = new Map<string, RunNote>()
    for (const { course, run, marks } of marked.get(name) ?? []) {
      runs.set(`${course} ${run}`, { course, run, marks, corrected: undefined })
    }
    for (const { course, run, text_before, at } of corrections(own)) {
      const marks = runs.get(`${course} ${run}`)?.marks ?? []
      runs.set(`${course} ${run}`, { course, run, marks, corrected: { before: text_before, at } })
    }
    const progress = freshProgress(own, now)
    if (runs.size === 0 && progress === undefined) continue
    const after = { runs: [...runs.values()], progress }
    const before = previous.get(name)
    notes.set(name, before && JSON.stringify(before) === JSON.stringify(after) ? before : after)
  }
  return notes
}

/** Whose news is whose; each entry's newest first, as all of it. */
export function newsByName(news: readonly News[]): ReadonlyMap<string, readonly News[]> {
  const own = new Map<string, News[]>()
  for (const one of news) {
    const known = own.get(one.driver_name)
    if (known) known.push(one)
    else own.set(one.driver_name, [one])
  }
  return own
}

/** Of each run the newest news, where that is a correction and the run is still there. */
function corrections(own: readonly News[]): News[] {
  const newest = new Map(own.toReversed().map((one) => [`${one.course} ${one.run}`, one]))
  return [...newest.values()].filter(({ kind, text }) => kind === 'correction' && text !== '')
}
