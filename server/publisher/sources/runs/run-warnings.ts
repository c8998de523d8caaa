import type { SourceWarning } from '../source-warning.ts'
import type { Runs } from './run-columns.ts'
import { isRunNotation } from './run-notation.ts'

/** A warning for each run whose penalty says nothing the sport knows, such as `25.625+` or `38.118+F`. */
export function warnOfRuns(runs: Runs, who: string, file: string, line: number): SourceWarning[] {
  return runs
    .flat()
    .filter((run) => !isRunNotation(run))
    .map((run) => ({ file, line, message: `the run "${run}" of ${who} has a penalty that nobody knows.` }))
}
