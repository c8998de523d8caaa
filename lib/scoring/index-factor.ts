import type { Driver } from '../record/driver.ts'
import type { EventClass } from '../record/event.ts'
import { classKey } from './class-code.ts'

/** The prefix of a base class for novice, pro, index classes or street tire, with or without a hyphen. */
const prefix = /^(?:s1|[npzxt])-?/

/**
 * The index of an entry, a factor mostly below 1: that of its `index_class`, else of its class; undefined: none. For a
 * code without an index it tries the code without the ladies' `L`, without its prefix (`P-STS`, `NSTR`), without both.
 * The name of the group in which the entry competes is a prefix, too: `C1-AS` in `C1`, `RSMF` in `R`.
 */
export function indexFactor(driver: Driver, classes: ReadonlyMap<string, EventClass>): number | undefined {
  const code = classKey(driver.index_class?.trim() || driver.class || '')
  const codes = [code, ...withoutGroup(code, driver, classes)]
  for (const candidate of [...codes, ...codes.map((one) => one.replace(prefix, ''))]) {
    const index = classes.get(candidate)?.index ?? classes.get(candidate.replace(/l$/, ''))?.index
    if (index !== undefined) return index
  }
  return undefined
}

/** The code without the group that the record or event.yaml names; before a hyphen, also without a listed class. */
function withoutGroup(code: string, driver: Driver, classes: ReadonlyMap<string, EventClass>): readonly string[] {
  const groups = [driver.group, classes.get(classKey(driver.class ?? ''))?.group].map((group) => classKey(group ?? ''))
  const [beforeHyphen = ''] = code.split('-', 1)
  if (classes.has(beforeHyphen)) groups.push(beforeHyphen)
  return groups
    .filter((group) => group !== '' && group !== code && code.startsWith(group))
    .map((group) => code.slice(group.length).replace(/^[-\s]+/, ''))
}
