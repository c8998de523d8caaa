import type { Driver } from '../record/driver.ts'
import type { EventClass } from '../record/event.ts'
import { classKey } from './class-code.ts'

/** Novice, pro, index classes, street tire: what may stand before a base class, with or without a hyphen. */
const modifier = /^(?:s1|[npzxt])-?/

/**
 * The index of an entry, a factor mostly below 1: of its `index_class` where it has one, else of its class. A code that
 * the event gives no index is taken apart: without the ladies' `L`, without a modifier (`P-STS`, `NSTR`), without both.
 */
export function indexFactor(driver: Driver, classes: ReadonlyMap<string, EventClass>): number | undefined {
  const code = classKey(driver.index_class?.trim() || driver.class || '')
  const base = code.replace(modifier, '')
  for (const candidate of [code, withoutLadies(code), base, withoutLadies(base)]) {
    const index = classes.get(candidate)?.index
    if (index !== undefined) return index
  }
  return undefined
}

function withoutLadies(code: string): string {
  return code.replace(/l$/, '')
}
