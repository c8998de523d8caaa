import type { Event, EventClass } from '../../../lib/record/event.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import { closestNames } from '../files/closest-names.ts'
import type { IndexTable } from './index-table.ts'
import { scca2024 } from './scca-2024.ts'
import { scca2025 } from './scca-2025.ts'
import { scca2026 } from './scca-2026.ts'
import { sccaClassNames } from './scca-class-names.ts'

/** The tables that `index_table` in event.yaml can name. */
export const indexTables: Readonly<Record<string, IndexTable>> = {
  'scca-2024': scca2024,
  'scca-2025': scca2025,
  'scca-2026': scca2026,
}

export function isIndexTable(name: string): boolean {
  return Object.hasOwn(indexTables, name)
}

/** What is wrong with the name of a table, with the nearest that there is. */
export function unknownTable(name: string): string {
  const names = Object.keys(indexTables)
  const [closest] = closestNames(name, names, 1)
  return `is no table that Paddock has. Did you mean "${closest}"? There are ${names.join(', ')}`
}

/**
 * The event with the names and indices of a table: those of its own classes hold, what they lack is from the table, and
 * the other classes of the table follow them.
 */
export function withIndexTable(event: Event, name: string | undefined): Event {
  const table = name === undefined ? undefined : indexTables[name]
  if (!table) return event
  const listed = new Map(Object.entries(table.classes).map(([code, index]) => [classKey(code), classOf(code, index)]))
  const own = event.classes.map((one) => ({ ...listed.get(classKey(withoutDash(one.code))), ...one }))
  const keys = new Set(own.map(({ code }) => classKey(withoutDash(code))))
  const others = [...listed.values()].filter(({ code }) => !keys.has(classKey(code)))
  return { ...event, classes: [...own, ...others.flatMap(withOtherSpelling)] }
}

function classOf(code: string, index: number): EventClass {
  const name = sccaClassNames[code]
  return name === undefined ? { code, index } : { code, name, index }
}

/** The tables write CAM-C, and most timing files CAMC. */
function withOtherSpelling(one: EventClass): readonly EventClass[] {
  return one.code.startsWith('CAM') ? [one, { ...one, code: one.code.replace('CAM', 'CAM-') }] : [one]
}

function withoutDash(code: string): string {
  return /^cam-[cst]$/i.test(code.trim()) ? code.replace('-', '') : code
}
