import { freshProgress } from '../day/progress.ts'
import { indexedRun } from '../scoring/own-factor.ts'
import type { Measure, Position } from '../scoring/ranking.ts'
import type { RunResult } from '../scoring/run-result.ts'
import type { Standing } from '../standings/standing.ts'
import type { Results } from './create-results.ts'
import type { EntryHighlights, RunHighlight } from './entry-highlights.ts'
import type { Mark } from './marked-runs.ts'

/** The oracle of createHighlights: it compares every run with every other, each time. */
export function plainHighlights({ standings, news }: Results, name: string, now: number): EntryHighlights {
  const { event, raw, classes } = standings
  const own = news.filter(({ driver_name }) => driver_name === name)
  const standing = standings.by_name.get(name)
  const progress = freshProgress(own, now)
  const driven = (standing?.runs ?? []).flatMap((course, at) => course.map((_, run) => ({ course: at, run })))
  const all = new Map([...driven, ...own].map((one) => [`${one.course} ${one.run}`, one]))
  const runs = [...all.values()].flatMap(({ course, run }): RunHighlight[] => {
    const marks = standing ? marksOf(standing, course, run) : []
    const newest = own.find((one) => one.course === course && one.run === run)
    const isCorrected = newest?.kind === 'correction' && newest.text !== ''
    const corrected = isCorrected ? { before: newest.text_before, at: newest.at } : undefined
    return marks.length > 0 || corrected ? [{ course, run, marks, corrected }] : []
  })
  return { runs, progress }

  function marksOf(standing: Standing, course: number, run: number): readonly Mark[] {
    const group = classes.find(({ entries }) => entries.includes(standing))
    const contests: readonly [Mark, readonly Standing[], Measure, (one: Standing) => Position | undefined][] = [
      ['fastest', raw, 'time', (one) => one.raw_position],
      ['fastest_indexed', raw, 'indexed', (one) => one.pax_position],
      ['best_in_class', group?.entries ?? [], group?.ranked_by ?? 'time', (one) => one.class_position],
    ]
    return contests.flatMap(([mark, entries, measure, positionOf]) => {
      const taking = entries.filter((one) => positionOf(one) !== undefined)
      const values = taking.flatMap((one) => (one.runs[course] ?? []).map((result) => measured(one, result, measure)))
      const best = Math.min(...values.map((value) => value ?? Number.POSITIVE_INFINITY))
      const result = standing.runs[course]?.[run]
      return taking.includes(standing) && result && measured(standing, result, measure) === best ? [mark] : []
    })
  }

  function measured(one: Standing, result: RunResult, measure: Measure): number | undefined {
    return measure === 'time' ? result.time : indexedRun(one, result, event)
  }
}

/** Highlights in a fixed order, so that two can be compared. */
export function inOrder({ runs, progress }: EntryHighlights): EntryHighlights {
  const byRun = runs.toSorted((a, b) => a.course - b.course || a.run - b.run)
  return { runs: byRun.map((one) => ({ ...one, marks: one.marks.toSorted() })), progress }
}
