import { classKey } from '../scoring/class-code.ts'
import type { Position } from '../scoring/ranking.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** A worse position in the same class, and the entries that took it, the best first: at least one. */
export interface PlaceLost {
  readonly from: Position
  readonly to: Position
  readonly takers: readonly Standing[]
}

/**
 * Whether an entry lost places to others. Unlike overtakes, an entry that is new in the class can take one: a late
 * entry appears with its first run. Undefined without a position before or after, and in another class.
 */
export function placeLost(
  { before: old, after: now }: ChangedRow,
  before: Pick<Standings, 'by_name'>,
  after: Pick<Standings, 'classes'>,
): PlaceLost | undefined {
  if (!old?.class_position || !now?.class_position || !isSameClass(old, now)) return undefined
  const [from, to] = [old.class_position, now.class_position]
  if (to.place <= from.place) return undefined
  const rivals = after.classes.find(({ code }) => code === now.class_code)?.entries ?? []
  const takers = rivals.filter((rival) => {
    const rivalBefore = before.by_name.get(rival.driver.driver_name)
    const wasAhead = rivalBefore !== undefined && isSameClass(rivalBefore, old) && isBefore(rivalBefore, from)
    return isBefore(rival, to) && !wasAhead
  })
  return { from, to, takers }
}

function isBefore({ class_position }: Standing, { place }: Position): boolean {
  return class_position !== undefined && class_position.place < place
}

function isSameClass(a: Standing, b: Standing): boolean {
  return classKey(a.class_code) === classKey(b.class_code)
}
