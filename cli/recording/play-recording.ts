import type { Timers } from '../../lib/time/timers.ts'
import type { Recorded } from './recorded.ts'

/** Where a recording is played to. */
export interface Player {
  take(recorded: Recorded): Promise<void> | void
}

export interface Pace {
  /** How many times faster than it was. */
  readonly speed: number
  readonly timers: Timers
  readonly signal: AbortSignal
}

/**
 * Plays a recording: each entry when its time has come, counted from the begin, so that no delay adds up. Resolves to
 * whether it came to the end.
 */
export async function playRecording(entries: AsyncIterable<Recorded>, player: Player, pace: Pace): Promise<boolean> {
  const { speed, timers, signal } = pace
  const began = timers.elapsed()
  for await (const recorded of entries) {
    const delay = began + recorded.at / speed - timers.elapsed()
    if (delay > 0) await pauseFor(delay, pace)
    if (signal.aborted) return false
    await player.take(recorded)
  }
  return true
}

/** Resolves after the delay in ms, or when the signal is aborted. */
export function pauseFor(delay: number, { timers, signal }: Pick<Pace, 'timers' | 'signal'>): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = timers.after(delay, end)
    signal.addEventListener('abort', end, { once: true })
  })
}
