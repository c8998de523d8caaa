import type { News } from '../day/news.ts'
import { freshProgress, type Progress } from '../day/progress.ts'
import type { MarkedRun } from './marked-runs.ts'

/** The text of a run before its last correction, and the time of that. */
export interface Correction {
  readonly before: string
  /** Unix ms. */
  readonly at: number
}

/** The highlights of one run; `course` and `run` count from 0. */
export interface RunHighlight extends MarkedRun {
  readonly corrected: Correction | undefined
}

/** What a row shows of an entry beside its standing. */
export interface EntryHighlights {
  readonly runs: readonly RunHighlight[]
  /** What its newest run changed; undefined once that is no longer new. */
  readonly progress: Progress | undefined
}

export const noHighlights: EntryHighlights = { runs: [], progress: undefined }

/** The highlights of one entry from its marks and its own news, newest first. `now` is the server's clock, Unix ms. */
export function entryHighlights(marked: readonly MarkedRun[], own: readonly News[], now: number): EntryHighlights {
  const runs = new Map(marked.map((one): [string, RunHighlight] => [keyOf(one), { ...one, corrected: undefined }]))
  for (const news of corrections(own)) {
    const { course, run, text_before: before, at } = news
    const marks = runs.get(keyOf(news))?.marks ?? []
    runs.set(keyOf(news), { course, run, marks, corrected: { before, at } })
  }
  const progress = freshProgress(own, now)
  return runs.size === 0 && progress === undefined ? noHighlights : { runs: [...runs.values()], progress }
}

/** The newest news of each run, where that is a correction and the run is still there. */
function corrections(own: readonly News[]): readonly News[] {
  const newest = new Map(own.toReversed().map((one) => [keyOf(one), one]))
  return [...newest.values()].filter(({ kind, text }) => kind === 'correction' && text !== '')
}

function keyOf({ course, run }: Pick<News, 'course' | 'run'>): string {
  return `${course} ${run}`
}
