/** The number of followed entries with a line above the results; Mine has the others. */
export const mostStripLines = 3

/** The cookie with the number of lines, and nothing else: the first paint reserves their space. */
export const stripCookie = 'paddock_strip'

/**
 * The number of lines for a number of stars. A fourth line is for a single further entry, or for "+2 more".
 */
export function stripLines(stars: number): number {
  return Math.min(stars, mostStripLines + 1)
}
