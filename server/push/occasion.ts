import { isOtherEvent } from '../../lib/day/day-history.ts'
import type { LogState } from '../log/revision-log.ts'
import type { Occasion } from './subscription-file.ts'

/** What subscriptions that are made now are for. The state of now is known to who subscribes: it counts as said. */
export function occasionOf({ log, event }: Pick<LogState, 'log' | 'event'>): Occasion {
  return { log, title: event?.title, date: event?.date, said: event?.state ?? 'unofficial' }
}

/** Whether another log or another event has begun since: nobody has asked for its news. */
export function isOtherOccasion(known: Occasion, now: Occasion): boolean {
  return known.log !== now.log || isOtherEvent(eventOf(known), eventOf(now))
}

function eventOf({ title, date }: Occasion): { title: string; date: string | undefined } | undefined {
  return title === undefined ? undefined : { title, date }
}
