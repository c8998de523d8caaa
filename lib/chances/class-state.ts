import type { Event } from '../record/event.ts'
import type { ClassStanding } from '../standings/class-standing.ts'
import type { Standing } from '../standings/standing.ts'

/**
 * How far a class is. `open`: an entry that has runs left has no time yet. `podium_open`: all others have one, and a
 * run that is left can change who gets a trophy, or their order. `decided`: none can.
 */
export interface ClassState {
  readonly kind: 'open' | 'podium_open' | 'decided'
  /** The runs that are left in the class; undefined without a number of runs, and when the event is final. */
  readonly runs_left: number | undefined
}

/**
 * The state of a class; undefined where no entry competes for a position. Any run that is left can be the fastest, so
 * that `decided` is never said too early. Without a number of runs, only a final event is decided.
 */
export function classState({ entries }: Pick<ClassStanding, 'entries'>, event: Event): ClassState | undefined {
  const competing = entries.filter(({ counts }) => counts)
  if (competing.length === 0) return undefined
  if (event.state === 'final') return { kind: 'decided', runs_left: undefined }
  const running = competing.filter(({ runs_left }) => runs_left !== 0)
  if (running.length === 0) return { kind: 'decided', runs_left: 0 }
  const runs_left = running.reduce<number | undefined>((sum, entry) => add(sum, entry.runs_left), 0)
  if (running.some(({ class_position }) => class_position === undefined)) return { kind: 'open', runs_left }
  const isDecided = runs_left !== undefined && running.every((entry) => staysFirst(entry, event))
  return { kind: isDecided ? 'decided' : 'podium_open', runs_left }
}

/** Where no run makes a result worse, one more changes nothing for an entry that is first alone. */
function staysFirst({ class_position: position }: Standing, { scoring }: Event): boolean {
  if (scoring === 'cumulative' || scoring === 'laps_then_time') return false
  return position?.place === 1 && !position.shared
}

function add(sum: number | undefined, more: number | undefined): number | undefined {
  return sum === undefined || more === undefined ? undefined : sum + more
}
