import type { Event } from '../record/event.ts'
import { classHeadings, classKey } from '../scoring/class-code.ts'
import type { PositionTable } from '../scoring/ranking.ts'
import { sortRows } from '../table/sort.ts'
import { type ClassGroup, createClassGroup } from './class-group.ts'
import type { ClassStanding } from './class-standing.ts'
import type { Entry } from './entry.ts'

/** The entries by the class that they compete in. */
export interface ClassGroups {
  /** Returns all entries of the classes that the change concerns. */
  replace(removed: readonly Entry[], added: readonly Entry[]): readonly Entry[]
  /** In the event's order; then unlisted classes, in natural order; last the entries without a class. */
  standings(): readonly ClassStanding[]
}

export function createClassGroups(event: Event, positionAt: PositionTable): ClassGroups {
  const headings = classHeadings(event)
  const groups = new Map<string, ClassGroup>()
  let inOrder: readonly ClassGroup[] = []

  function order(): readonly ClassGroup[] {
    const listed = [...headings.keys()].map((key) => groups.get(key)).filter((group) => group !== undefined)
    const unlisted = [...groups].flatMap(([key, group]) => (headings.has(key) ? [] : [group]))
    return [...listed, ...sortRows(unlisted, [{ attribute: 'code', direction: 'ascending' }], (group) => group.code())]
  }

  return {
    replace(removed, added) {
      let isSameOrder = true
      const concerned: Entry[] = []
      for (const [key, change] of changesByClass(removed, added)) {
        const group = groups.get(key) ?? createClassGroup(headings.get(key), event, positionAt)
        const codeBefore = groups.has(key) ? group.code() : undefined
        group.replace(change.removed, change.added)
        if (group.members().length > 0) groups.set(key, group)
        else groups.delete(key)
        if (group.code() !== codeBefore || !groups.has(key)) isSameOrder = false
        for (const entry of group.members()) concerned.push(entry)
      }
      if (!isSameOrder) inOrder = order()
      return concerned
    },
    standings: () => inOrder.map((group) => group.standing()),
  }
}

interface ClassChange {
  readonly removed: Entry[]
  readonly added: Entry[]
}

function changesByClass(removed: readonly Entry[], added: readonly Entry[]): ReadonlyMap<string, ClassChange> {
  const changes = new Map<string, ClassChange>()
  const changeOf = ({ competes }: Entry): ClassChange => {
    const key = classKey(competes.code)
    const change = changes.get(key) ?? { removed: [], added: [] }
    changes.set(key, change)
    return change
  }
  for (const entry of removed) changeOf(entry).removed.push(entry)
  for (const entry of added) changeOf(entry).added.push(entry)
  return changes
}
