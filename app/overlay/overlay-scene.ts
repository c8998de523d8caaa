import { nextToRun } from '../../lib/chances/run-order.ts'
import type { News } from '../../lib/day/news.ts'
import type { OverlayChoice } from '../../lib/reader/overlay-choice.ts'
import { classKey } from '../../lib/scoring/class-code.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { findEntry } from './find-entry.ts'
import { type LastRun, lastRun } from './last-run.ts'
import { overlayNotes } from './overlay-notes.ts'

/** What an overlay shows. A part is undefined when the address does not ask for it, or there is nothing to show. */
export interface OverlayScene {
  /** Also for the other parts, whether it is a part itself or not. */
  readonly last: LastRun | undefined
  readonly row: OverlayRow | undefined
  readonly top: OverlayTop | undefined
  /** What is not as the address asks, in sentences. */
  readonly notes: readonly string[]
}

/** One entry. named: by the address. next: in the run order, after the last run. last: it drove last. */
export interface OverlayRow {
  readonly kind: 'named' | 'next' | 'last'
  readonly standing: Standing
}

/** The first entries of a class, unplaced ones left out. */
export interface OverlayTop {
  readonly group: ClassStanding
  readonly rows: readonly Standing[]
}

/** `news`: the newest first. */
export function overlayScene(choice: OverlayChoice, standings: Standings, news: readonly News[]): OverlayScene {
  const wants = (part: OverlayChoice['parts'][number]) => choice.parts.includes(part)
  const last = lastRun(news, standings)
  const row = wants('row') ? rowOf(choice, standings, last) : undefined
  const top = wants('top') ? topOf(choice, standings, last) : undefined
  const found = {
    last: last !== undefined,
    row: row !== undefined,
    top: top && { code: top.group.code, rows: top.rows.length },
  }
  return { last, row, top, notes: overlayNotes(choice, standings, found) }
}

function rowOf({ driver }: OverlayChoice, standings: Standings, last: LastRun | undefined): OverlayRow | undefined {
  if (driver !== '') {
    const standing = findEntry(standings, driver)
    return standing && { kind: 'named', standing }
  }
  if (!last) return undefined
  const [next] = nextToRun(standings, last.standing, 1)
  return next ? { kind: 'next', standing: next } : { kind: 'last', standing: last.standing }
}

function topOf(choice: OverlayChoice, standings: Standings, last: LastRun | undefined): OverlayTop | undefined {
  const code = choice.classCode === '' ? last?.standing.class_code : choice.classCode
  const { classes } = standings
  const asked = code === undefined ? undefined : classes.find((one) => classKey(one.code) === classKey(code))
  const anyClass = classes.find(({ ranked }) => ranked > 0)
  const group = asked ?? (choice.classCode === '' ? anyClass : undefined)
  if (!group) return undefined
  return { group, rows: group.entries.filter(({ class_position }) => class_position).slice(0, choice.top) }
}
