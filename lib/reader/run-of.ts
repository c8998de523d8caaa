import type { RunResult } from '../scoring/run-result.ts'
import type { Standing } from '../standings/standing.ts'

/** The run that a column such as `run_1_2` shows and sorts by; undefined for other columns and for a missing run. */
export function runOf({ runs }: Pick<Standing, 'runs'>, attribute: string): RunResult | undefined {
  const [, course, run] = /^run_(\d+)_(\d+)$/.exec(attribute) ?? []
  return runs[Number(course) - 1]?.[Number(run) - 1]
}
