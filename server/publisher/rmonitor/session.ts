import type { Clock, Competitor, Message } from './message.ts'
import { addPassing, noResult, type Result, setBest, setRace } from './result.ts'

/** The two lines that name one competitor; either may be missing. */
export type Names = Readonly<Partial<Record<'A' | 'COMP', Competitor>>>

/** Everything that a feed has said and that still holds. What a message does not change keeps its identity. */
export interface Session {
  readonly names: ReadonlyMap<string, Names>
  /** The competitors who were named, or had a result, since the last reset. */
  readonly present: ReadonlySet<string>
  readonly classes: ReadonlyMap<string, string>
  readonly track: string
  /** The last active run. */
  readonly run: { readonly id: string; readonly name: string } | undefined
  readonly clock: Clock
  readonly results: ReadonlyMap<string, Result>
  /** How often a reset or another run has taken the results away. */
  readonly cleared: number
  /** Results that came before the first run of a connection or after a reset: they may be of a run yet to be named. */
  readonly early: readonly Message[] | undefined
}

export const noSession: Session = {
  names: new Map(),
  present: new Set(),
  classes: new Map(),
  track: '',
  run: undefined,
  clock: { flag: '', lapsToGo: undefined },
  results: new Map(),
  cleared: 0,
  early: undefined,
}

/** More than any event has. Anybody can be at the other end. */
const mostCompetitors = 1000
const mostClasses = 200
const mostEarly = 5000

/** The session when a connection begins: what is known stays, and the first run that is named may be another one. */
export function beginConnection(session: Session): Session {
  return { ...session, early: [] }
}

/**
 * The session after a message. A reset, and a run with another number, take the results away and leave the names. Lines
 * that come again, one or all of them, lead to the same session.
 */
export function applyMessage(session: Session, message: Message): Session {
  switch (message.kind) {
    case 'competitor':
      return nameCompetitor(session, message)
    case 'run':
      return startRun(session, message)
    case 'class':
      if (session.classes.get(message.id) === message.name || isFull(session.classes, message.id, mostClasses)) {
        return session
      }
      return { ...session, classes: new Map(session.classes).set(message.id, message.name) }
    case 'track':
      return session.track === message.name ? session : { ...session, track: message.name }
    case 'clock':
      return isSameClock(session.clock, message.clock) ? session : { ...session, clock: message.clock }
    case 'reset':
      return { ...session, results: new Map(), cleared: session.cleared + 1, present: new Set(), early: [] }
    default:
      return applyResult(keepEarly(session, message), message)
  }
}

/** Whether a message about someone new, or a class, finds no place any more. */
export function isOverLimit({ names, results, classes }: Session, message: Message): boolean {
  if (message.kind === 'class') return isFull(classes, message.id, mostClasses)
  if (message.kind === 'competitor') return isFull(names, message.id, mostCompetitors)
  return 'position' in message || message.kind === 'passing' ? isFull(results, message.id, mostCompetitors) : false
}

function nameCompetitor(session: Session, message: Extract<Message, { kind: 'competitor' }>): Session {
  const { id, of, competitor } = message
  const known = session.names.get(id)
  if (isFull(session.names, id, mostCompetitors)) return session
  const present = withMember(session.present, id)
  if (known && JSON.stringify(known[of]) === JSON.stringify(competitor)) {
    return present === session.present ? session : { ...session, present }
  }
  return { ...session, present, names: new Map(session.names).set(id, { ...known, [of]: competitor }) }
}

function startRun(session: Session, { id, name }: Extract<Message, { kind: 'run' }>): Session {
  const { run, early = [] } = session
  // Between two runs the results of the last one stay.
  if (id === undefined) return session
  if (run?.id === id) {
    if (run.name === name && session.early === undefined) return session
    return { ...session, run: run.name === name ? run : { id, name }, early: undefined }
  }
  const named = { ...session, run: { id, name }, early: undefined }
  if (run === undefined) return named
  const cleared: Session = { ...named, results: new Map(), cleared: session.cleared + 1 }
  return early.reduce(applyResult, cleared)
}

function keepEarly(session: Session, message: Message): Session {
  const { early } = session
  if (early === undefined) return session
  return { ...session, early: early.length < mostEarly ? [...early, message] : undefined }
}

function applyResult(session: Session, message: Message): Session {
  if (message.kind !== 'race' && message.kind !== 'best' && message.kind !== 'passing') return session
  const { id } = message
  if (isFull(session.results, id, mostCompetitors)) return session
  const before = session.results.get(id) ?? noResult
  const after = resultAfter(before, message)
  const present = withMember(session.present, id)
  if (after === session.results.get(id) && present === session.present) return session
  return { ...session, present, results: new Map(session.results).set(id, after) }
}

function resultAfter(before: Result, message: Extract<Message, { kind: 'race' | 'best' | 'passing' }>): Result {
  if (message.kind === 'passing') return addPassing(before, message.total, message.time)
  if (message.kind === 'best') return setBest(before, message.position, message.best)
  return setRace(before, message.position, message.laps, message.total)
}

function isFull(known: ReadonlyMap<string, unknown>, id: string, most: number): boolean {
  return known.size >= most && !known.has(id)
}

function withMember(members: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return members.has(id) ? members : new Set(members).add(id)
}

function isSameClock(a: Clock, b: Clock): boolean {
  return a.flag === b.flag && a.lapsToGo === b.lapsToGo
}
