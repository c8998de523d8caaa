import { displayName } from '../../../lib/record/driver.ts'
import { entryStatus } from '../../../lib/record/entry-status.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Position } from '../../../lib/scoring/ranking.ts'
import { type ResultsRow, resultsColumns } from '../../../lib/server-api/results-answer.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { attributeOf } from '../../../lib/table/sort.ts'

const youngColumns: ReadonlySet<string> = new Set(['laps', 'completed'])

/** The entries in the given order, each with the same columns: what the page shows, and one column for each run. */
export function downloadRows(entries: readonly Standing[], event: Event): readonly ResultsRow[] {
  const courses = Math.max(1, ...entries.map(({ runs }) => runs.length))
  const mostRuns = Array.from({ length: courses }, (_, course) =>
    Math.max(0, ...entries.map(({ runs }) => runs[course]?.length ?? 0)),
  )
  // An attribute that is called like another column does not replace it, but for columns that are younger than 0.1.0.
  const shown = new Set(
    event.columns
      .map(({ attribute }) => attribute)
      .filter((attribute) => youngColumns.has(attribute) || !resultsColumns.includes(attribute)),
  )
  return entries.map((entry) => {
    const { driver } = entry
    const columns = event.columns
      .filter(({ attribute }) => shown.has(attribute))
      .map(({ attribute }) => [attribute, String(attributeOf(driver, attribute) ?? '')])
    const runs = mostRuns.flatMap((count, course) =>
      Array.from({ length: count }, (_, run) => [
        courses === 1 ? `run_${run + 1}` : `course_${course + 1}_run_${run + 1}`,
        entry.runs[course]?.[run]?.text ?? '',
      ]),
    )
    return {
      position: positionNumber(entry.class_position),
      class: entry.class_code,
      number: driver.number ?? '',
      driver: displayName(driver),
      car: driver.car ?? '',
      ...Object.fromEntries(columns),
      time: time(entry.total),
      gap: time(entry.gap_to_first),
      raw_position: positionNumber(entry.raw_position),
      indexed_time: time(entry.indexed),
      pax_position: positionNumber(entry.pax_position),
      status: entryStatus(driver) ?? '',
      ...without(shown, {
        laps: event.scoring === 'laps_then_time' ? String(entry.completed) : '',
        completed: String(entry.completed),
      }),
      ...Object.fromEntries(runs),
    }
  })
}

/** The columns that no shown attribute has the name of. */
function without(shown: ReadonlySet<string>, columns: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !shown.has(name)))
}

function positionNumber(position: Position | undefined): number | '' {
  return position?.place ?? ''
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : formatTime(milliseconds)
}
