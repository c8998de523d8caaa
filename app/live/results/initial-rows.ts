import type { Section } from '../reading/pending-order.ts'

/** The first `limit` rows of a list, in their sections; sections without such a row are left out. */
export function initialRows<Row, One extends Section<Row>>(sections: readonly One[], limit: number): readonly One[] {
  const initial: One[] = []
  let left = limit
  for (const section of sections) {
    if (left <= 0) break
    initial.push({ ...section, rows: section.rows.slice(0, left) })
    left -= section.rows.length
  }
  return initial
}
