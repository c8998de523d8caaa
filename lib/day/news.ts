import { type Driver, runsByCourse } from '../record/driver.ts'
import { parseRun } from '../record/run.ts'
import type { Position } from '../scoring/ranking.ts'
import { changedBetween } from '../standings/changed-between.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** Where an entry stood, before or after. Times in ms; undefined: none. */
export interface Whereabouts {
  readonly total: number | undefined
  readonly position: Position | undefined
}

/**
 * One run that is new, or one that says something else than before. `course` and `run` count from 0, the texts are in
 * the sport's notation, and '' is no run: what was there was taken away.
 */
export interface News {
  readonly version: number
  /** Unix ms: when the list that says so was published. */
  readonly at: number
  readonly driver_name: string
  readonly kind: 'run' | 'correction'
  readonly course: number
  readonly run: number
  readonly text_before: string
  readonly text: string
  readonly before: Whereabouts
  readonly after: Whereabouts
}

/** How many are kept: an afternoon's worth of reading. */
export const mostNews = 200

/**
 * The runs that differ in rows that changed, in the order of the later standings. An entry that was added or removed is
 * no news. `version` and `at` (Unix ms) are of the list that brought the change.
 */
export function newsOf(changed: readonly ChangedRow[], after: Standings, version: number, at: number): readonly News[] {
  const old = new Map<Standing, Standing>()
  for (const row of changed) {
    if (row.before && row.after && row.before.driver !== row.after.driver) old.set(row.after, row.before)
  }
  return inOrder([...old.keys()], after).flatMap((standing) => {
    const standingBefore = old.get(standing)
    if (!standingBefore) return []
    const places = { before: whereabouts(standingBefore), after: whereabouts(standing) }
    const { driver } = standing
    return Array.from(runChanges(standingBefore.driver, driver), (change): News => {
      return { version, at, driver_name: driver.driver_name, ...change, ...places }
    })
  })
}

/** The news between any two standings of one event, whatever they were made from. */
export function newsBetween(before: Standings, after: Standings, version: number, at: number): readonly News[] {
  return newsOf(changedBetween(before, after), after, version, at)
}

/** Class by class, each by position; one entry, which is the rule, is in order. */
function inOrder(rows: readonly Standing[], { classes }: Standings): readonly Standing[] {
  if (rows.length < 2) return rows
  const wanted = new Set(rows)
  return classes.flatMap(({ entries }) => entries.filter((row) => wanted.has(row)))
}

/** The newest first, and no more than are kept. */
export function withNews(known: readonly News[], more: readonly News[]): readonly News[] {
  return more.length === 0 ? known : [...more.toReversed(), ...known].slice(0, mostNews)
}

/** Every run of an entry that says something else than before. */
export function* runChanges(
  before: Driver,
  after: Driver,
): Iterable<Pick<News, 'kind' | 'course' | 'run' | 'text_before' | 'text'>> {
  const [old, now] = [runsByCourse(before), runsByCourse(after)]
  for (let course = 0; course < Math.max(old.length, now.length); course += 1) {
    const [oldRuns = [], nowRuns = []] = [old[course], now[course]]
    for (let run = 0; run < Math.max(oldRuns.length, nowRuns.length); run += 1) {
      const [text_before, text] = [spoken(oldRuns[run]), spoken(nowRuns[run])]
      if (text_before !== text)
        yield { kind: text_before === '' ? 'run' : 'correction', course, run, text_before, text }
    }
  }
}

/** A run as its text says it; '' for one that was not driven, however the file writes that. */
function spoken(text = ''): string {
  return parseRun(text).kind === 'not_run' ? '' : text.trim()
}

function whereabouts({ total, class_position }: Standing): Whereabouts {
  return { total, position: class_position }
}
