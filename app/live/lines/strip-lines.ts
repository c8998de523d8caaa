/** So many of those whom a reader follows have a line on top of the results; the others are in Mine. */
export const mostStripLines = 3

/**
 * The cookie that remembers how many lines there were, so that the first paint keeps their place. It holds that number
 * only.
 */
export const stripCookie = 'paddock_strip'

/**
 * How many lines to keep free for so many stars: behind the first ones a last line, that of a single further entry or
 * "+2 more".
 */
export function stripLines(stars: number): number {
  return Math.min(stars, mostStripLines + 1)
}

export function readStripLines(text: string | undefined): number {
  return text !== undefined && /^[0-4]$/.test(text) ? Number(text) : 0
}
