import type { Timing } from '../rmonitor/timing.ts'

/**
 * How a connection goes. `waiting`: nothing was heard from it yet. `heard`: lines come. `silent`: it is open, and no
 * line comes. `lost`: it was open, and is not any more.
 */
export type FeedState = 'waiting' | 'heard' | 'silent' | 'lost'

/** What went wrong with single lines since the connection was first made. */
export interface FeedDoubts {
  readonly badLines: number
  /** The first of them, shortened. */
  readonly badLine: string | undefined
  /** Competitors or classes for which there was no room. */
  readonly isFull: boolean
}

/** A feed as a pass reads it. Plain data, the same object until something changes. */
export interface FeedReading {
  readonly address: string
  readonly state: FeedState
  /** Undefined until the feed was heard. */
  readonly timing: Timing | undefined
  readonly doubts: FeedDoubts
  /** The number of its session: another one begins with a reset or another run. Undefined until the feed was heard. */
  readonly session?: number | undefined
}

/** Feeds by the names that event.yaml gives them. */
export type FeedReadings = Readonly<Record<string, FeedReading>>
