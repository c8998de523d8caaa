import { likelyName } from '../../files/closest-names.ts'
import type { SourceError } from '../../sources/source-error.ts'
import type { Need } from './look-up-needs.ts'
import { refusal } from './refusal.ts'
import type { SourceNames } from './source-names.ts'
import { unknownMember, unknownTool, unknownVariable } from './unknown-name.ts'

/** One look-up of a running template: a name, a member of a value, a filter or a test. */
interface LookUp {
  readonly kind: 'name' | 'member' | 'filter' | 'test'
  readonly key: string
  /** The value whose member is looked up; for the other kinds, the objects that hold what templates may use. */
  readonly holders: readonly unknown[]
  /** The template's path within the data folder, and the line from 1. */
  readonly file: string
  readonly line: number
  readonly need: Need
  /** Names beside those of the holders that the template gives itself. */
  readonly own: readonly string[]
}

/** Returns the holder that has the key; undefined when none has it. Throws SourceError for what it refuses. */
export type LookUpHook = (lookUp: LookUp) => object | undefined

/** The ways of JavaScript from a value to the code behind it. */
const wayToCode = /^(?:constructor|prototype|__.*__)$/

/**
 * The one hook that every look-up passes, by whatever syntax. Throws SourceError 'template_refused' for a look-up that
 * leads from data to code.
 */
const checkLookUp: LookUpHook = ({ kind, key, holders, file, line }) => {
  for (const holder of holders) {
    if (holder === null || holder === undefined) continue
    // A function that a template calls has no data; its members lead to the constructor of functions.
    if (typeof holder === 'function') throw refusal(`"${key}" of a function`, file, line)
    if (Object.hasOwn(Object(holder), key) && key !== '__proto__') return Object(holder)
    if (wayToCode.test(key)) throw refusal(`"${key}"`, file, line)
    if (kind === 'member' && key in Object(holder)) return Object(holder)
    // Names, filters and tests are looked up in plain objects, whose inherited methods are no part of the template.
    if (kind !== 'member' && key in Object.prototype) throw refusal(`"${key}"`, file, line)
  }
  return undefined
}

/**
 * The hook of one rendering. Beside checkLookUp, it throws SourceError 'unknown_name' for a name that is not there and
 * without which the list would be wrong, and calls `warn` for others.
 */
export function createLookUpHook(sources: SourceNames, warn: (error: SourceError) => void): LookUpHook {
  return (lookUp) => {
    const found = checkLookUp(lookUp)
    const { kind, key, holders, own, file, line, need } = lookUp
    if (found || need === 'optional') return found
    if (kind === 'member') {
      const kindOfRecord = sources.of(holders[0])
      if (!kindOfRecord || kindOfRecord.names.has(key)) return undefined
      const error = unknownMember(key, kindOfRecord, file, line)
      const isTypo =
        (need === 'descriptive' || need === 'part') && likelyName(key, [...kindOfRecord.names]) !== undefined
      if (need === 'required' || isTypo) throw error
      warn(error)
      return undefined
    }
    const names = holders.flatMap((holder) => Object.keys(Object(holder)))
    if (kind !== 'name') throw unknownTool(kind, key, names, file, line)
    const error = unknownVariable(key, [...own, ...names], file, line)
    if (need !== 'doubtful') throw error
    warn(error)
    return undefined
  }
}
