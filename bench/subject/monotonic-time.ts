/** Milliseconds of a clock that all processes of this machine share and that never steps. */
export function monotonicNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** The same moment by that clock. Unix ms are whole, so that the result is right to about half a millisecond. */
export function toMonotonic(unixTime: number): number {
  return unixTime + 0.5 + (monotonicNow() - (Date.now() + 0.5))
}
