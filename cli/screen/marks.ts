import type { Mark } from '../board/table-line.ts'
import type { Change } from '../changes/changes.ts'

/** How many milliseconds a changed row stands out. */
export const markTime = 6000

/** Who stands out, how, and until when. */
export type Marks = ReadonlyMap<string, { readonly mark: Mark; readonly until: number }>

export const noMarks: Marks = new Map()

/** The marks as they are at `now`, with those of what has just changed. */
export function marksAfter(marks: Marks, changes: readonly Change[], now: number): Marks {
  const running = [...marks].filter(([, { until }]) => until > now)
  if (changes.length === 0 && running.length === marks.size) return marks
  const added = changes.map(({ name, moved }) => [name, { mark: markOf(moved), until: now + markTime }] as const)
  return new Map([...running, ...added])
}

function markOf(moved: Change['moved']): Mark {
  if (moved === 0) return 'changed'
  return moved > 0 ? 'up' : 'down'
}
