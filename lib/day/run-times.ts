import type { RunChange } from './day-history.ts'

/** A run of an entry; `course` and `run` count from 0. */
type RunPlace = Pick<RunChange, 'course' | 'run'>

/** When runs of one entry were published, Unix ms. */
export interface RunTimes {
  of(run: RunPlace): number | undefined
}

/**
 * When each run was published first, by the changes or the news of one entry, in any order. A correction leaves the
 * time as it is; a run that was deleted and entered again has the later one. Runs of the first list have none.
 */
export function runTimes(changes: Iterable<RunPlace & Pick<RunChange, 'at' | 'text_before'>>): RunTimes {
  const times = new Map<string, number>()
  for (const { course, run, at, text_before } of changes) {
    const key = `${course} ${run}`
    if (text_before === '') times.set(key, Math.max(at, times.get(key) ?? 0))
  }
  return { of: ({ course, run }) => times.get(`${course} ${run}`) }
}
