/** `at` (Unix ms) in the reader's time zone and language. Not for server rendering: its time zone may differ. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
