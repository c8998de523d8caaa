import { systemTimers, type Timers } from '../time/timers.ts'

/** The clock, the timers and the randomness of a live client. All in milliseconds. */
export interface ClientTime extends Pick<Timers, 'after'> {
  /** Unix ms. */
  now(): number
  /** A random delay from 0 to the cap. */
  jitter(cap: number): number
}

export const systemClientTime: ClientTime = {
  now: () => Date.now(),
  after: systemTimers.after,
  jitter: (cap) => Math.random() * cap,
}
