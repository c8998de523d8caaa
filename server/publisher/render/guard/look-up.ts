import { SourceError } from '../../sources/source-error.ts'

/** One look-up of a running template: a name, a member of a value, a filter or a test. */
interface LookUp {
  readonly kind: 'name' | 'member' | 'filter' | 'test'
  readonly key: string
  /** The value whose member is looked up; for the other kinds, the objects that hold what templates may use. */
  readonly holders: readonly unknown[]
  /** The template's path within the data folder, and the line from 1. */
  readonly file: string
  readonly line: number
}

/** Returns the holder that has the key; undefined when none has it. Throws SourceError for what it refuses. */
export type LookUpHook = (lookUp: LookUp) => object | undefined

/** The ways of JavaScript from a value to the code behind it. */
const wayToCode = /^(?:constructor|prototype|__.*__)$/

/**
 * The one hook that every look-up passes, by whatever syntax. Throws SourceError 'template_refused' for a look-up that
 * leads from data to code.
 */
export const checkLookUp: LookUpHook = ({ kind, key, holders, file, line }) => {
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

export function refusal(what: string, file: string, line: number | undefined): SourceError {
  const hint = 'A template uses its own names, its data and the readers of docs/TEMPLATES.md. The last good list stays.'
  return new SourceError('template_refused', file, `${what} is not for templates.`, hint, line)
}
