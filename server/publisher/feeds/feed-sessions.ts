import type { FeedReadings } from './feed-reading.ts'

/** The number of the session of each feed that was heard, by the name of the feed. */
export type FeedSessions = Readonly<Record<string, number>>

export function sessionsOf(readings: FeedReadings): FeedSessions {
  return Object.fromEntries(
    Object.entries(readings).flatMap(([name, { session }]) => (session === undefined ? [] : [[name, session]])),
  )
}

/** Whether a feed has begun another session. A feed that is new or gone is none. */
export function isNewSession(before: FeedSessions, after: FeedSessions): boolean {
  return Object.entries(after).some(([name, session]) => before[name] !== undefined && before[name] !== session)
}
