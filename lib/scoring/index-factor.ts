import type { Driver } from '../record/driver.ts'
import type { EventClass } from '../record/event.ts'
import { classKey } from './class-code.ts'

/** The prefix of a base class for novice, pro, index classes or street tire, with or without a hyphen. */
const prefix = /^(?:s1|[npzxt])-?/

/**
 * The index of an entry, a factor mostly below 1: that of its `index_class`, else of its class; undefined: none. For a
 * code without an index it tries the code without the ladies' `L`, without its prefix (`P-STS`, `NSTR`), without both.
 */
export function indexFactor(driver: Driver, classes: ReadonlyMap<string, EventClass>): number | undefined {
  const code = classKey(driver.index_class?.trim() || driver.class || '')
  const base = code.replace(prefix, '')
  for (const candidate of [code, withoutLadies(code), base, withoutLadies(base)]) {
    const index = classes.get(candidate)?.index
    if (index !== undefined) return index
  }
  return undefined
}

function withoutLadies(code: string): string {
  return code.replace(/l$/, '')
}
