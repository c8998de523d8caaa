import type { ViewChoice } from '../../../../lib/reader/view-state.ts'
import { classKey } from '../../../../lib/scoring/class-code.ts'
import type { Measure } from '../../../../lib/scoring/ranking.ts'
import type { ClassStanding } from '../../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../../lib/standings/standing.ts'
import type { Standings } from '../../../../lib/standings/standings.ts'

/** What the big screen shows under one heading: a class, or a ranking. */
export interface KioskBlock {
  /** The same while the list changes. */
  readonly key: string
  /** What stands in bold: the class's code, `PAX` or `Raw`. */
  readonly code: string
  readonly name: string | undefined
  readonly ranked_by: Measure
  readonly by: 'class' | 'pax' | 'raw'
  /** Undefined for a ranking. */
  readonly group: ClassStanding | undefined
  readonly rows: readonly Standing[]
}

/**
 * The blocks of the big screen in order: each class, or one ranking. A chosen class leaves its own entries only; else
 * classes without any time are left out, unless no class has one.
 */
export function kioskBlocks(
  standings: Standings,
  { view, classCode }: Pick<ViewChoice, 'view' | 'classCode'>,
): readonly KioskBlock[] {
  const isChosen = (code: string) => classCode === '' || classKey(code) === classKey(classCode)
  if (view === 'pax' || view === 'raw') {
    const rows = standings[view].filter((entry) => isChosen(entry.class_code))
    const heading =
      view === 'pax'
        ? ({ code: 'PAX', name: 'By indexed time', ranked_by: 'indexed' } as const)
        : ({ code: 'Raw', name: 'By raw time', ranked_by: 'time' } as const)
    return rows.length === 0 ? [] : [{ key: view, by: view, group: undefined, ...heading, rows }]
  }
  const chosen = standings.classes.filter(({ code }) => isChosen(code))
  const timed = classCode === '' ? chosen.filter(hasTime) : chosen
  return (timed.length > 0 ? timed : chosen).map((group): KioskBlock => {
    const { code, name, ranked_by, entries } = group
    return {
      key: `class ${classKey(code)}`,
      by: 'class',
      code: code || 'No class',
      ...{ name, ranked_by, group, rows: entries },
    }
  })
}

function hasTime({ entries }: ClassStanding): boolean {
  return entries.some(({ total }) => total !== undefined)
}
