import type { Section } from '../reading/pending-order.ts'

/** The first rows of a list, with the headings that they need and no others. */
export function initialRows<Row, One extends Section<Row>>(sections: readonly One[], most: number): readonly One[] {
  const first: One[] = []
  let left = most
  for (const section of sections) {
    if (left <= 0) break
    first.push({ ...section, rows: section.rows.slice(0, left) })
    left -= section.rows.length
  }
  return first
}
