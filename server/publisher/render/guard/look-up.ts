import { SourceError } from '../../sources/source-error.ts'
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
  /** Whether the template must not ask for what is not there. */
  readonly isRequired: boolean
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

/** The hook of one rendering: checkLookUp, and SourceError 'unknown_name' for a required name that is not there. */
export function createLookUpHook(sources: SourceNames): LookUpHook {
  return (lookUp) => {
    const found = checkLookUp(lookUp)
    if (found && lookUp.kind === 'member') sources.of(lookUp.holders[0])?.used.add(lookUp.key)
    if (found || !lookUp.isRequired) return found
    const { kind, key, holders, own, file, line } = lookUp
    if (kind === 'member') {
      const kindOfRecord = sources.of(holders[0])
      if (kindOfRecord && !kindOfRecord.names.has(key)) throw unknownMember(key, kindOfRecord, file, line)
      return undefined
    }
    const names = holders.flatMap((holder) => Object.keys(Object(holder)))
    if (kind === 'name') throw unknownVariable(key, [...own, ...names], file, line)
    throw unknownTool(kind, key, names, file, line)
  }
}

export function refusal(what: string, file: string, line: number | undefined): SourceError {
  const hint = 'A template uses its own names, its data and the readers of docs/TEMPLATES.md. The last good list stays.'
  return new SourceError('template_refused', file, `${what} is not for templates.`, hint, line)
}
