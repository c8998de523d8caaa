import type { Fault } from './faults.ts'

/** The source with the fault; undefined when its code does not occur exactly once. */
export function plantFault(source: string, { find, replace }: Fault): string | undefined {
  const [before, after, ...more] = source.split(patternOf(find))
  if (before === undefined || after === undefined || more.length > 0) return undefined
  return before + replace + after
}

function patternOf(find: string): RegExp {
  const words = find.trim().split(/\s+/)
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'))
}
