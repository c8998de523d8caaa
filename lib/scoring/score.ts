/**
 * One level of comparison: the number of runs (courses, laps) and their total time, also indexed, in ms. If the index
 * multiplies raw times only, penalties weigh more, and the indexed time can be that of other runs.
 */
export interface Score {
  /** With more runs than the event requires, as many as it requires. */
  readonly completed: number
  readonly time: number
  readonly indexed: number | undefined
}
