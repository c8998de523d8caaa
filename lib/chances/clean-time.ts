import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun } from '../record/run.ts'
import { entryResult } from '../scoring/entry-result.ts'
import { type Measure, type Position, rank } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/** The result of an entry with the same runs but without cones and gates. Times in ms. */
export interface CleanTime {
  readonly total: number
  readonly indexed: number | undefined
  /** In its class, against the others' results with their penalties. */
  readonly position: Position | undefined
}

/** Undefined when the result is equal without penalties, or has no time. */
export function cleanTime(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): CleanTime | undefined {
  const clean = entryResult(withoutPenalties(standing.driver), event)
  if (clean.total === undefined || (clean.total === standing.total && clean.completed === standing.completed))
    return undefined
  const others = classEntries.filter((entry) => entry !== standing)
  const position = rank([clean, ...others], rankedBy).find(({ entry }) => entry === clean)?.position
  return { total: clean.total, indexed: clean.indexed, position }
}

/** Without the published indexed time, which contains the penalties. */
function withoutPenalties({ published_indexed: _, ...driver }: Driver): Driver {
  return { ...driver, runs: runsByCourse(driver).map((runs) => runs.map(cleanRun)) }
}

function cleanRun(text: string): string {
  const run = parseRun(text)
  return run.kind === 'timed' ? formatTime(run.raw) : text
}
