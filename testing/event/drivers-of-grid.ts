import type { Driver } from '../../lib/record/driver.ts'
import { readAxwareGrid } from '../../server/publisher/sources/axware/axware-grid.ts'
import { type Grid, gridText } from './grid.ts'

/** The records that the benchmark's template makes of a grid. */
export function driversOfGrid(grid: Grid): readonly Driver[] {
  return readAxwareGrid(gridText(grid), 'live.rgg').entries.map((entry) => ({
    driver_name: entry.name,
    class: entry.class,
    number: entry.number,
    car: entry.car,
    runs: entry.runs.map(String),
  }))
}
