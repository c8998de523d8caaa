import { classKey } from '../../lib/scoring/class-code.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'

/** A row of the table: a class's heading, an entry, or the space before the next class. */
export type TableRow =
  | { readonly kind: 'heading'; readonly of: ClassStanding }
  | { readonly kind: 'entry'; readonly of: ClassStanding; readonly standing: Standing }
  | { readonly kind: 'space' }

/** All classes, or the one with this code, compared without case. */
export function shownClasses(standings: Standings, className: string | undefined): readonly ClassStanding[] {
  if (className === undefined) return standings.classes
  return standings.classes.filter(({ code }) => classKey(code) === classKey(className))
}

export function tableRows(classes: readonly ClassStanding[]): readonly TableRow[] {
  return classes.flatMap((of, index): TableRow[] => [
    ...(index === 0 ? [] : [{ kind: 'space' as const }]),
    { kind: 'heading', of },
    ...of.entries.map((standing) => ({ kind: 'entry' as const, of, standing })),
  ])
}
