import { useTimeOfDay } from './use-time-of-day.ts'

/** When something was, on the reader's clock; nothing until the page runs. */
export function TimeOfDay({ at }: { readonly at: number }) {
  const text = useTimeOfDay(at)
  return <time dateTime={new Date(at).toISOString()}>{text}</time>
}
