import type { Position } from '../scoring/ranking.ts'

/** `1st`, `2nd`, `11th`, `22nd`. */
export function ordinal(place: number): string {
  const tens = place % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
}

/** `2nd`, or `2nd=` when it is shared. */
export function formatPlace({ place, shared }: Position): string {
  return `${ordinal(place)}${shared ? '=' : ''}`
}
