import { runNotation } from '../../server/publisher/sources/runs/run-notation.ts'
import type { Grid, GridStep } from '../../testing/event/grid.ts'

/** `#44 Ian O’Malley STR  run 2  40.516+1`; a correction adds the run as it was before. */
export function describeStep(grid: Grid, { row, run, time, penalty }: GridStep): string {
  const cells = grid.rows[row] ?? {}
  const name = [cells['First Name'], cells['Last Name']].filter(Boolean).join(' ')
  const before = runNotation(cells[`Run ${run}`] ?? '', cells[`Pen ${run}`] ?? '')
  const correction = before === '' ? '' : `  corrected, was ${before}`
  return `#${cells.Number} ${name} ${cells.Class}  run ${run}  ${runNotation(time, penalty)}${correction}`
}
