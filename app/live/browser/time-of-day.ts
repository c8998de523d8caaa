const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `at` (Unix ms) in the reader's time zone, 24 hours. Not for server rendering: its time zone may differ. */
export function timeOfDay(at: number): string {
  return clock.format(at)
}
