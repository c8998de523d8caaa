import type { Mark, MarkedRun, MarksByName } from './marked-runs.ts'
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
 * row does not render. `marked` is what createMarkedRuns gives, `now` the server’s clock.
 */
export function entryNotes(
  marked: MarksByName,
  news: readonly News[],
  now: number,
  previous: NotesByName = new Map(),
): NotesByName {
  const newsOf = newsByName(news)
  const notes = new Map<string, EntryNotes>()
  for (const name of new Set([...marked.keys(), ...newsOf.keys()])) {
    const own = newsOf.get(name)
    const marks = marked.get(name) ?? noMarks
    const after = own ? notesOfNews(marks, own, now) : notesOfMarks(marks)
    if (after.runs.length === 0 && after.progress === undefined) continue
    const before = previous.get(name)
    notes.set(name, before && sameNotes(before, after) ? before : after)
  }
  return notes
}

const noMarks: readonly MarkedRun[] = []

// Most of those who are marked have no news, and marks are the same until somebody else leads.
const notesOfMarked = new WeakMap<readonly MarkedRun[], EntryNotes>()

function notesOfMarks(marked: readonly MarkedRun[]): EntryNotes {
  const before = notesOfMarked.get(marked)
  if (before) return before
  const runs = marked.map(({ course, run, marks }): RunNote => ({ course, run, marks, corrected: undefined }))
  const notes = { runs, progress: undefined }
  notesOfMarked.set(marked, notes)
  return notes
}

// And most of the others have the news that they had.
const notesOfNewest = new WeakMap<News, NotesOfNews>()

interface NotesOfNews {
  readonly marked: readonly MarkedRun[]
  readonly own: readonly News[]
  readonly now: number
  readonly notes: EntryNotes
}

function notesOfNews(marked: readonly MarkedRun[], own: readonly News[], now: number): EntryNotes {
  const [newest] = own
  const before = newest && notesOfNewest.get(newest)
  if (before?.marked === marked && before.now === now && sameItems(before.own, own, Object.is)) return before.notes
  const notes = notesWithNews(marked, own, now)
  if (newest) notesOfNewest.set(newest, { marked, own, now, notes })
  return notes
}

function notesWithNews(marked: readonly MarkedRun[], own: readonly News[], now: number): EntryNotes {
  const corrected = corrections(own)
  const progress = freshProgress(own, now)
  if (corrected.length === 0) return { runs: notesOfMarks(marked).runs, progress }
  const runs = new Map<string, RunNote>()
  for (const { course, run, marks } of marked) {
    runs.set(`${course} ${run}`, { course, run, marks, corrected: undefined })
  }
  for (const { course, run, text_before, at } of corrected) {
    const marks = runs.get(`${course} ${run}`)?.marks ?? []
    runs.set(`${course} ${run}`, { course, run, marks, corrected: { before: text_before, at } })
  }
  return { runs: [...runs.values()], progress }
}

function sameNotes(a: EntryNotes, b: EntryNotes): boolean {
  if (a === b) return true
  return sameProgress(a.progress, b.progress) && sameItems(a.runs, b.runs, sameNote)
}

function sameNote(a: RunNote, b: RunNote): boolean {
  const sameCorrection = a.corrected?.before === b.corrected?.before && a.corrected?.at === b.corrected?.at
  return a.course === b.course && a.run === b.run && sameCorrection && sameItems(a.marks, b.marks, Object.is)
}

function sameProgress(a: Progress | undefined, b: Progress | undefined): boolean {
  return a === b || (a?.places === b?.places && a?.better === b?.better && a?.first === b?.first)
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[], same: (a: Item, b: Item) => boolean): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((item, index) => b[index] !== undefined && same(item, b[index]))
}

/** Whose news is whose; each entry's newest first, as all of it. */
function newsByName(news: readonly News[]): ReadonlyMap<string, readonly News[]> {
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
  if (!own.some(({ kind }) => kind === 'correction')) return []
  const newest = new Map(own.toReversed().map((one) => [`${one.course} ${one.run}`, one]))
  return [...newest.values()].filter(({ kind, text }) => kind === 'correction' && text !== '')
}
