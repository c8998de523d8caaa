/** A line of a feed, without its end, and when it is sent: milliseconds after the first. */
export interface TimedLine {
  readonly at: number
  readonly line: string
}
