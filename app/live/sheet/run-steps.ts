import type { RunResult } from '../../../lib/scoring/run-result.ts'

/** The differences of a run to other runs of its entry on the same course, in ms; positive is slower. */
export interface RunStep {
  /** To the last run before it that has a time. */
  readonly to_before: number | undefined
  /** To the fastest; undefined for the fastest itself, and where there is no time. */
  readonly to_best: number | undefined
}

/** The step of each run of one course, with penalties. Runs without a time have none, and are skipped. */
export function runSteps(runs: readonly RunResult[]): readonly RunStep[] {
  const times = runs.flatMap(({ time }) => (time === undefined ? [] : [time]))
  const best = times.length === 0 ? undefined : Math.min(...times)
  let before: number | undefined
  return runs.map(({ time }) => {
    if (time === undefined || best === undefined) return { to_before: undefined, to_best: undefined }
    const to_before = before === undefined ? undefined : time - before
    before = time
    return { to_before, to_best: time === best ? undefined : time - best }
  })
}
