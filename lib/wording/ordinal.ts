import type { Position } from '../scoring/ranking.ts'

/** `1st`, `2nd`, `11th`, `22nd`. */
export function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** `2nd`, or `2nd=` if it is shared. */
export function formatPosition({ place, shared }: Position): string {
  return `${ordinal(place)}${shared ? '=' : ''}`
}
