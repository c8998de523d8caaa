const day = 24 * 60 * 60_000
/** However far away the event is. */
const longest = 30 * day

/**
 * When a subscription is erased that a browser makes or renews `now` (Unix ms): two days later, or a day after the day
 * of the event if that is later and event.yaml has the date as `2026-11-30`.
 */
export function erasedAt(now: number, date: string | undefined): number {
  const begin = /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Math.max(now + 2 * day, Math.min(begin + 2 * day, now + longest) || 0)
}
