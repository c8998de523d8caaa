import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { shortened } from './problem.ts'

/** Warnings of one kind mostly have one cause: the first places are enough to find it. */
export const mostOfKind = 3
/** As many as a person may look through. */
export const mostWarnings = 500

/**
 * The first three warnings of each kind, and one that says how many more there are; 500 at most, and long messages
 * shortened. Called again with its own result, it changes nothing.
 */
export function limitWarnings(warnings: readonly SourceWarning[], most = mostWarnings): readonly SourceWarning[] {
  const kinds = new Map<string, SourceWarning[]>()
  for (const warning of warnings) {
    const same = kinds.get(kindOf(warning))
    if (same) same.push(warning)
    else kinds.set(kindOf(warning), [warning])
  }
  const shown = [...kinds.values()].flatMap(firstOfKind)
  if (shown.length <= most) return shown
  const more = countOf(shown.slice(most))
  return [
    ...shown.slice(0, most),
    { code: 'more_warnings', message: `${more} more warnings are not listed.`, count: more },
  ]
}

/** Readers give one code to different causes; those differ in more than names and numbers. */
function kindOf({ code, file, message }: SourceWarning): string {
  if (code !== 'source') return code
  return `${file} ${message.replace(/"[^"]*"|\d+/g, '').replace(/ of .+ has /, ' has ')}`
}

function firstOfKind(same: readonly SourceWarning[]): readonly SourceWarning[] {
  const first = same.slice(0, mostOfKind).map((one) => ({ ...one, message: shortened(one.message) }))
  const more = countOf(same.slice(mostOfKind))
  const [{ code } = { code: '' }] = first
  if (more === 0) return first
  // A summary of a summary is one: the process that reads the files has summed up its own warnings.
  const rest = more === 1 ? '1 more warning of this kind.' : `${more} more warnings of this kind.`
  return [...first, { code, message: rest, count: more }]
}

function countOf(warnings: readonly SourceWarning[]): number {
  return warnings.reduce((sum, { count = 1 }) => sum + count, 0)
}
