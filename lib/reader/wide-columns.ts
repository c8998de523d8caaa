import type { Standing } from '../standings/standing.ts'
import type { SortBy } from '../table/sort-by.ts'
import type { ResultColumn } from './result-columns.ts'

/** More runs than this, as in a race with laps, stay in one column. */
const mostRuns = 12

/** The largest number of runs that an entry has on each course; on a single course at least `planned`. */
export function runCounts(entries: readonly Pick<Standing, 'runs'>[], planned = 0): readonly number[] {
  const counts: number[] = []
  for (const { runs } of entries) {
    for (const [course, { length }] of runs.entries()) counts[course] = Math.max(counts[course] ?? 0, length)
  }
  return counts.length > 1 || planned === 0 ? counts : [Math.max(counts[0] ?? 0, planned)]
}

/**
 * The columns of the wide table: the position that belongs to the sort first, the result beside the name, and a column
 * for each run instead of one for all.
 */
export function wideColumns(
  columns: readonly ResultColumn[],
  counts: readonly number[],
  sort: readonly SortBy[],
): readonly ResultColumn[] {
  const lead = leadOf(sort[0]?.attribute, columns)
  const named = (attribute: string) => columns.filter((column) => column.attribute === attribute)
  const runs = runColumns(counts)
  const moved = new Set([lead, 'class', 'number', 'driver', 'total', 'completed', ...(runs ? ['runs'] : [])])
  return [
    ...[lead, 'class', 'number', 'driver', 'completed', 'total'].flatMap(named),
    ...(runs ?? []),
    // What is compared stands before what describes the entry.
    ...columns.filter(({ attribute, numeric }) => numeric && !moved.has(attribute)),
    ...columns.filter(({ attribute, numeric }) => !numeric && !moved.has(attribute)),
  ]
}

function leadOf(sorted: string | undefined, columns: readonly ResultColumn[]): string {
  const wanted = sorted === 'position' || sorted === 'gap' ? 'position' : sorted?.replace('indexed', 'pax_position')
  const isPosition = wanted === 'position' || wanted === 'pax_position'
  return isPosition && columns.some(({ attribute }) => attribute === wanted) ? wanted : 'raw_position'
}

/** Undefined when there are none, or too many. */
function runColumns(counts: readonly number[]): readonly ResultColumn[] | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0 || all > mostRuns) return undefined
  return counts.flatMap((count, course) =>
    Array.from({ length: count }, (_, run) => ({
      attribute: `run_${course + 1}_${run + 1}`,
      title: counts.length > 1 ? `C${course + 1} R${run + 1}` : `R${run + 1}`,
      numeric: true,
      place: { course, run },
    })),
  )
}

/** The columns that a reader sees; that of the driver cannot be hidden. */
export function shownColumns(columns: readonly ResultColumn[], hidden: readonly string[]): readonly ResultColumn[] {
  return columns.filter(({ attribute }) => attribute === 'driver' || !hidden.includes(attribute))
}
