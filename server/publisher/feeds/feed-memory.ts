import { parseLine } from '../rmonitor/message.ts'
import { applyMessage, beginConnection, isOverLimit, noSession, type Session } from '../rmonitor/session.ts'
import { type Timing, timingOf } from '../rmonitor/timing.ts'
import type { FeedDoubts } from './feed-reading.ts'

/** What a feed has said so far, across its connections. */
export interface FeedMemory {
  connected(): void
  /** Takes a line. Returns whether it resets the results, after which others follow at once. */
  add(line: string): boolean
  /** Makes visible what was heard. Returns whether that is something new. */
  show(): boolean
  /** As it was shown last; undefined before. The same object until something new is shown. */
  timing(): Timing | undefined
  doubts(): FeedDoubts
}

const shownCharacters = 60

export function createFeedMemory(): FeedMemory {
  let session = noSession
  let shown: Session | undefined
  let timing: Timing | undefined
  let doubts: FeedDoubts = { badLines: 0, badLine: undefined, isFull: false }
  let shownDoubts = doubts

  return {
    connected() {
      session = beginConnection(session)
    },
    add(line) {
      const message = parseLine(line)
      if (message.kind === 'ignored') return false
      if (message.kind === 'bad') {
        const badLine = doubts.badLine ?? line.slice(0, shownCharacters)
        doubts = { ...doubts, badLines: doubts.badLines + 1, badLine }
        return false
      }
      if (!doubts.isFull && isOverLimit(session, message)) doubts = { ...doubts, isFull: true }
      session = applyMessage(session, message)
      return message.kind === 'reset'
    },
    show() {
      // One bad line is worth a look, the next thousand are not.
      const isNew = shown !== session || shownDoubts.badLine !== doubts.badLine || shownDoubts.isFull !== doubts.isFull
      if (shown !== session) timing = timingOf(session)
      shown = session
      shownDoubts = doubts
      return isNew
    },
    timing: () => timing,
    doubts: () => shownDoubts,
  }
}
