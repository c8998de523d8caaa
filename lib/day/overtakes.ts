import { classKey } from '../scoring/class-code.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** The overtakes of one entry in its class: followed rivals first, the others by position. */
export interface Overtakes {
  readonly overtook: readonly Standing[]
  readonly overtaken_by: readonly Standing[]
}

/**
 * The overtakes of one entry between two standings: an entry moves from behind to ahead of another one of its class. In
 * a shared position neither is ahead; an entry without a position is behind all others. `stars` are followed names.
 */
export function overtakesOf(
  name: string,
  before: Pick<Standings, 'by_name'>,
  after: Pick<Standings, 'by_name' | 'classes'>,
  stars: ReadonlySet<string>,
): Overtakes {
  const [old, now] = [before.by_name.get(name), after.by_name.get(name)]
  if (!old || !now || !sameClass(old, now)) return { overtook: [], overtaken_by: [] }
  const rivals = (after.classes.find(({ code }) => code === now.class_code)?.entries ?? []).flatMap((rival) => {
    const rivalBefore = before.by_name.get(rival.driver.driver_name)
    return rival !== now && rivalBefore && sameClass(rivalBefore, rival) ? [{ rival, rivalBefore }] : []
  })
  // Sorting is stable: it keeps the order of the class among followed rivals and among the others.
  const starredFirst = (list: typeof rivals) =>
    list.map(({ rival }) => rival).sort((a, b) => Number(isStarred(b)) - Number(isStarred(a)))
  const isStarred = ({ driver }: Standing) => stars.has(driver.driver_name)
  return {
    overtook: starredFirst(rivals.filter(({ rival, rivalBefore }) => isAhead(rivalBefore, old) && isAhead(now, rival))),
    overtaken_by: starredFirst(
      rivals.filter(({ rival, rivalBefore }) => isAhead(old, rivalBefore) && isAhead(rival, now)),
    ),
  }
}

function sameClass(a: Standing, b: Standing): boolean {
  return classKey(a.class_code) === classKey(b.class_code)
}

function isAhead({ class_position: own }: Standing, { class_position: other }: Standing): boolean {
  return own !== undefined && (other === undefined || own.place < other.place)
}
