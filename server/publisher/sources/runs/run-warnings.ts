import type { SourceWarning } from '../source-warning.ts'
import type { Runs } from './read-runs.ts'
import { isRunNotation } from './run-notation.ts'

/** A warning for each run with an unknown penalty, such as `38.118+F`. The source checks warn of `25.625+`. */
export function runWarnings(runs: Runs, name: string, file: string, line: number): SourceWarning[] {
  return runs
    .flat()
    .filter((run) => !isRunNotation(run) && !run.endsWith('+'))
    .map((run) => ({ file, line, message: `the run "${run}" of ${name} has an unknown penalty.` }))
}
