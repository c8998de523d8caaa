/** A moment as the reader's own clock shows it. Only for what the server does not render: it has another clock. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
