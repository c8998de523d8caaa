import { classKey } from '../scoring/class-code.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'

/** Whom one entry passed in its class between two lists, and who passed it: those that matter most first. */
export interface Passes {
  readonly passed: readonly Standing[]
  readonly passed_by: readonly Standing[]
}

/**
 * Who passed whom between two standings, seen from one entry. Passing is from behind to ahead, in one class; who shares
 * a place is neither, who has no time is behind everybody who has one. Those in `stars` come first, then the best
 * placed.
 */
export function passesOf(
  name: string,
  before: Pick<Standings, 'by_name'>,
  after: Pick<Standings, 'by_name' | 'classes'>,
  stars: ReadonlySet<string>,
): Passes {
  const [old, now] = [before.by_name.get(name), after.by_name.get(name)]
  if (!old || !now || !sameClass(old, now)) return { passed: [], passed_by: [] }
  const rivals = (after.classes.find(({ code }) => code === now.class_code)?.entries ?? []).flatMap((rival) => {
    const rivalBefore = before.by_name.get(rival.driver.driver_name)
    return rival !== now && rivalBefore && sameClass(rivalBefore, rival) ? [{ rival, rivalBefore }] : []
  })
  // The class is in order already, and sorting keeps it among equals.
  const starredFirst = (list: typeof rivals) =>
    list.map(({ rival }) => rival).sort((a, b) => Number(isStarred(b)) - Number(isStarred(a)))
  const isStarred = ({ driver }: Standing) => stars.has(driver.driver_name)
  return {
    passed: starredFirst(rivals.filter(({ rival, rivalBefore }) => isAhead(rivalBefore, old) && isAhead(now, rival))),
    passed_by: starredFirst(
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
