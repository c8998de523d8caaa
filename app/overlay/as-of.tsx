import { TimeOfDay } from '../live/browser/time-of-day.tsx'

/** `as of 16:38` on a plate of an old list; nothing while `at` is undefined. */
export function AsOf({ at }: { readonly at: number | undefined }) {
  if (at === undefined) return null
  return (
    <span className="overlay-as-of">
      as of <TimeOfDay at={at} />
    </span>
  )
}
