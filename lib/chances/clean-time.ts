import { type Driver, runsByCourse } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import { formatTime, parseRun } from '../record/run.ts'
import { entryResult } from '../scoring/entry-result.ts'
import { type Measure, type Position, rank } from '../scoring/ranking.ts'
import type { Standing } from '../standings/standing.ts'

/** What an entry would have with the same runs and no cones or gates. Times in milliseconds. */
export interface CouldHave {
  readonly total: number
  readonly indexed: number | undefined
  /** Among its class as it is. */
  readonly position: Position | undefined
}

/** What the cones and gates cost; undefined when the result would be the same. */
export function couldHave(
  standing: Standing,
  classEntries: readonly Standing[],
  rankedBy: Measure,
  event: Event,
): CouldHave | undefined {
  const clean = entryResult(withoutPenalties(standing.driver), event)
  if (clean.total === undefined || (clean.total === standing.total && clean.completed === standing.completed))
    return undefined
  const others = classEntries.filter((entry) => entry !== standing)
  const position = rank([clean, ...others], rankedBy).find(({ entry }) => entry === clean)?.position
  return { total: clean.total, indexed: clean.indexed, position }
}

/** The published indexed time was worked out with the penalties. */
function withoutPenalties({ published_indexed: _, ...driver }: Driver): Driver {
  return { ...driver, runs: runsByCourse(driver).map((runs) => runs.map(cleanRun)) }
}

function cleanRun(text: string): string {
  const run = parseRun(text)
  return run.kind === 'timed' ? formatTime(run.raw) : text
}
