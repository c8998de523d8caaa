import { parseLine } from '../rmonitor/message.ts'
import { applyMessage, beginConnection, isOverLimit, noSession, type Session } from '../rmonitor/session.ts'
import { type Timing, timingOf } from '../rmonitor/timing.ts'
import type { FeedDoubts } from './feed-reading.ts'

/** What a line did to what is known: nothing, such as a clock; something; or it took all results away. */
type Effect = 'none' | 'changed' | 'reset'

/** What a feed has said so far, across its connections. */
export interface FeedMemory {
  /** A connection begins. After long, what comes is taken for another day, and results of before are forgotten. */
  connected(isAfterLong: boolean): void
  add(line: string): Effect
  /** Makes visible what was heard. Returns whether that is something new. */
  show(): boolean
  isShown(): boolean
  /** Whether the clock of this connection has not come to where that of an earlier one was: the feed is sent again. */
  isRepeating(): boolean
  /** As it was shown last; undefined before. The same object until something new is shown. */
  timing(): Timing | undefined
  doubts(): FeedDoubts
  /** The number of the session that was shown last; undefined before. */
  session(): number | undefined
  /** As it was shown last, and the last time of day. The same session until something new is shown. */
  heard(): HeardFeed
}

/** What a feed has said, and where its clock was: ms since midnight. */
export interface HeardFeed {
  readonly session: Session
  readonly timeOfDay: number | undefined
}

const shownCharacters = 60
/** Milliseconds. */
const day = 24 * 3_600_000

/** `kept` is what was heard before a restart; it shows when the feed was heard again. */
export function createFeedMemory(kept: HeardFeed = { session: noSession, timeOfDay: undefined }): FeedMemory {
  let { session, timeOfDay } = kept
  let shown: Session | undefined
  let heard = session
  let made: { readonly of: Session; readonly timing: Timing } | undefined
  let doubts: FeedDoubts = { badLines: 0, badLine: undefined, isFull: false }
  let shownDoubts = doubts
  let reached: number | undefined

  return {
    connected(isAfterLong) {
      reached = isAfterLong ? undefined : latest(reached, timeOfDay)
      timeOfDay = undefined
      session = beginConnection(isAfterLong ? applyMessage(session, { kind: 'reset' }) : session)
      if (isAfterLong) heard = session
    },
    add(line) {
      const message = parseLine(line)
      if (message.kind === 'ignored') return 'none'
      if (message.kind === 'bad') {
        const badLine = doubts.badLine ?? line.slice(0, shownCharacters)
        doubts = { ...doubts, badLines: doubts.badLines + 1, badLine }
        return 'none'
      }
      if (message.kind === 'clock') timeOfDay = message.timeOfDay ?? timeOfDay
      if (!doubts.isFull && isOverLimit(session, message)) doubts = { ...doubts, isFull: true }
      const before = session
      session = applyMessage(session, message)
      if (message.kind === 'reset') return 'reset'
      return session === before ? 'none' : 'changed'
    },
    show() {
      // One bad line is worth a look, the next thousand are not.
      const isNew = shown !== session || shownDoubts.badLine !== doubts.badLine || shownDoubts.isFull !== doubts.isFull
      shown = session
      heard = session
      shownDoubts = doubts
      return isNew
    },
    isShown: () => shown !== undefined,
    isRepeating: () => reached !== undefined && (timeOfDay === undefined || isBefore(timeOfDay, reached)),
    // A snapshot is made for each pass and not for each line, however many lines come.
    timing() {
      if (shown && made?.of !== shown) made = { of: shown, timing: timingOf(shown) }
      return made?.timing
    },
    doubts: () => shownDoubts,
    session: () => shown?.cleared,
    heard: () => ({ session: heard, timeOfDay: timeOfDay ?? reached }),
  }
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return isBefore(a, b) ? b : a
}

/** Of two times of day, which may lie on both sides of midnight. */
function isBefore(a: number, b: number): boolean {
  const ahead = (b - a + day) % day
  return ahead > 0 && ahead < day / 2
}
