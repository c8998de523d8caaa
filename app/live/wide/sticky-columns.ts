import type { ResultColumn } from '../../../lib/reader/result-columns.ts'

/**
 * The columns up to the driver's, which stay in sight while the others scroll, each with the number of columns before
 * it. The style sheet has the edges: they have one width, and the policy of the pages allows no style attribute.
 */
export function stickyColumns(columns: readonly ResultColumn[]): ReadonlyMap<string, number> {
  const last = columns.findIndex(({ attribute }) => attribute === 'driver')
  return new Map(columns.slice(0, last + 1).map(({ attribute }, index) => [attribute, index]))
}
