import type { Mark } from '../board/table-line.ts'
import type { Change } from '../changes/changes.ts'

/** How long a changed row has its mark. Milliseconds. */
export const markTime = 6000

/** The mark of each changed driver by name, and its end in Unix ms. */
export type Marks = ReadonlyMap<string, { readonly mark: Mark; readonly until: number }>

export const noMarks: Marks = new Map()

/** The marks at `now`, with those of the changes. */
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
