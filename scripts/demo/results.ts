import type { Event } from '../../lib/record/event.ts'
import { formatTime } from '../../lib/record/run.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import { readRuns } from '../../server/publisher/sources/runs/read-runs.ts'
import { findRunColumns } from '../../server/publisher/sources/runs/run-columns.ts'
import { columnsNamed } from '../../server/publisher/sources/table-column.ts'
import type { Grid, GridRow } from '../../testing/event/grid.ts'

/**
 * The grid with the columns that AXWare computes from the runs: raw time, total, gaps, PAX time and both positions.
 */
export function withResults(grid: Grid, event: Event): Grid {
  const columns = findRunColumns(columnsNamed(grid.header), grid.rows)
  const drivers = grid.rows.map((row) => ({
    driver_name: keyOf(row),
    class: row.Class ?? '',
    number: row.Number ?? '',
    runs: readRuns(row, columns).map(String),
  }))
  const { classes } = standingsOf(drivers, event)
  const results = new Map(
    classes.flatMap((one) => one.entries.map((entry) => [entry.driver.driver_name, resultOf(entry, one)])),
  )
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, ...results.get(keyOf(row)) })) }
}

function keyOf(row: GridRow): string {
  return `${row.Class} ${row.Number}`
}

function resultOf(entry: Standing, { entries, ranked_by: rankedBy }: ClassStanding): GridRow {
  const compared = (one: Standing | undefined) => (rankedBy === 'indexed' ? one?.indexed : one?.total)
  const total = compared(entry)
  const none = entry.runs_done === 0 ? 'dns' : 'dnf'
  return {
    'Raw Time': time(entry.total),
    'Raw Pos.': String(entry.raw_position?.place ?? ''),
    Total: total === undefined ? none : formatTime(total),
    'Diff.': entry.class_position?.place === 1 ? lead(total, compared(entries[1])) : gap(entry.gap_to_next),
    'From 1st': entry.class_position?.place === 1 ? '-' : gap(entry.gap_to_first),
    'Pax Time': time(entry.indexed),
    'Pax Pos.': String(entry.pax_position?.place ?? ''),
  }
}

/** The lead of the first entry over the second; `-` when there is no second. */
function lead(first: number | undefined, second: number | undefined): string {
  return first === undefined || second === undefined ? '-' : `[-]${formatTime(second - first)}`
}

function gap(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `+${formatTime(milliseconds)}`
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : formatTime(milliseconds)
}
