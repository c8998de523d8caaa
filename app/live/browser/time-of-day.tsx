import { useTimeOfDay } from './use-time-of-day.ts'

/** The time of day of `at` (Unix ms) in the reader's time zone; empty until the page runs. */
export function TimeOfDay({ at }: { readonly at: number }) {
  const text = useTimeOfDay(at)
  return <time dateTime={new Date(at).toISOString()}>{text}</time>
}
