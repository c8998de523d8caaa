import type { Fault } from './faults.ts'

/** A source with the fault in it; undefined when its code is not there exactly once. */
export function plantFault(source: string, { find, replace }: Fault): string | undefined {
  const [before, after, ...more] = source.split(patternOf(find))
  if (before === undefined || after === undefined || more.length > 0) return undefined
  return before + replace + after
}

function patternOf(find: string): RegExp {
  const words = find.trim().split(/\s+/)
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'))
}
