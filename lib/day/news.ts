import { type Driver, runsByCourse } from '../record/driver.ts'
import { parseRun } from '../record/run.ts'
import type { Position } from '../scoring/ranking.ts'
import { changedBetween } from '../standings/changed-between.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** The total (ms) and the class position of an entry in one list; undefined: none. */
export interface EntrySnapshot {
  readonly total: number | undefined
  readonly position: Position | undefined
}

/**
 * A new or changed run. `course` and `run` count from 0; the texts are in the sport's notation, '' without a run, so
 * that a deleted run has '' as its text.
 */
export interface News {
  readonly version: number
  /** Unix ms: when the list with the change was published. */
  readonly at: number
  readonly driver_name: string
  readonly kind: 'run' | 'correction'
  readonly course: number
  readonly run: number
  readonly text_before: string
  readonly text: string
  readonly before: EntrySnapshot
  readonly after: EntrySnapshot
}

/** The most news that are kept: enough reading for an afternoon. */
export const mostNews = 200

/**
 * The changed runs of changed rows, in the order of the later standings. An added or removed entry is no news.
 * `version` and `at` (Unix ms) are those of the list with the change.
 */
export function newsOf(changed: readonly ChangedRow[], after: Standings, version: number, at: number): readonly News[] {
  const old = new Map<Standing, Standing>()
  for (const row of changed) {
    if (row.before && row.after && row.before.driver !== row.after.driver) old.set(row.after, row.before)
  }
  return inOrder([...old.keys()], after).flatMap((standing) => {
    const standingBefore = old.get(standing)
    if (!standingBefore) return []
    const snapshots = { before: snapshotOf(standingBefore), after: snapshotOf(standing) }
    const { driver } = standing
    return Array.from(runChanges(standingBefore.driver, driver), (change): News => {
      return { version, at, driver_name: driver.driver_name, ...change, ...snapshots }
    })
  })
}

/** The news between any two standings of one event, of the same builder or not. */
export function newsBetween(before: Standings, after: Standings, version: number, at: number): readonly News[] {
  return newsOf(changedBetween(before, after), after, version, at)
}

/** Class by class, in order of position. A single row, the usual case, needs no look at the classes. */
function inOrder(rows: readonly Standing[], { classes }: Standings): readonly Standing[] {
  if (rows.length < 2) return rows
  const wanted = new Set(rows)
  return classes.flatMap(({ entries }) => entries.filter((row) => wanted.has(row)))
}

/** The newest first, at most `mostNews`. */
export function withNews(known: readonly News[], more: readonly News[]): readonly News[] {
  return more.length === 0 ? known : [...more.toReversed(), ...known].slice(0, mostNews)
}

/** The changed runs of one entry. */
export function* runChanges(
  before: Driver,
  after: Driver,
): Iterable<Pick<News, 'kind' | 'course' | 'run' | 'text_before' | 'text'>> {
  const [old, now] = [runsByCourse(before), runsByCourse(after)]
  for (let course = 0; course < Math.max(old.length, now.length); course += 1) {
    const [oldRuns = [], nowRuns = []] = [old[course], now[course]]
    for (let run = 0; run < Math.max(oldRuns.length, nowRuns.length); run += 1) {
      const [text_before, text] = [runText(oldRuns[run]), runText(nowRuns[run])]
      if (text_before !== text)
        yield { kind: text_before === '' ? 'run' : 'correction', course, run, text_before, text }
    }
  }
}

/** The trimmed text of a run; '' for every way to write that it was not driven. */
function runText(text = ''): string {
  return parseRun(text).kind === 'not_run' ? '' : text.trim()
}

function snapshotOf({ total, class_position }: Standing): EntrySnapshot {
  return { total, position: class_position }
}
