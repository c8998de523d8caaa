/** A duration, short enough for one line of a phone: `14 s`, `3 min`, `2 h 5 min`, `3 days`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}

/** `just now`, `14 s ago`. */
export function formatAge(milliseconds: number): string {
  return milliseconds < 2000 ? 'just now' : `${formatDuration(milliseconds)} ago`
}
