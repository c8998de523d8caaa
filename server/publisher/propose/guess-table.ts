import { classKey } from '../../../lib/scoring/class-code.ts'
import { indexTables } from '../index-tables/index-tables.ts'
import type { ProposedClass } from './guess-classes.ts'

/** A table whose indices are those of the classes, and the classes that it does not give. */
export interface ProposedTable {
  readonly name: string
  /** False: only the codes of the classes speak for it. */
  readonly isSure: boolean
}

/** The least share of the classes that must be in a table. */
const leastShare = 0.6

/**
 * The table that most indices of the file are from; without indices, the newest one that has most of the classes.
 * Undefined when none does.
 */
export function guessTable(classes: readonly ProposedClass[]): ProposedTable | undefined {
  const names = Object.keys(indexTables).sort().reverse()
  const indexed = classes.filter(({ index }) => index !== undefined)
  const agreeing = (name: string) => indexed.filter(({ code, index }) => tableIndex(name, code) === index).length
  const [best] = names.sort((a, b) => agreeing(b) - agreeing(a))
  if (best === undefined) return undefined
  if (indexed.length > 1 && agreeing(best) >= indexed.length * leastShare) return { name: best, isSure: true }
  if (indexed.length > 0) return undefined
  const having = (name: string) => classes.filter(({ code }) => tableIndex(name, code) !== undefined).length
  const known = names.find((name) => classes.length > 1 && having(name) >= classes.length * leastShare)
  return known === undefined ? undefined : { name: known, isSure: false }
}

/** The index of a class in a table; undefined for none. */
export function tableIndex(name: string, code: string): number | undefined {
  const key = classKey(code).replace(/^cam-/, 'cam')
  const found = Object.entries(indexTables[name]?.classes ?? {}).find(([one]) => classKey(one) === key)
  return found?.[1]
}
