import { type Grid, type GridRow, type GridStep, runCount } from '../../testing/event/grid.ts'
import { seededRandom, shuffled } from '../../testing/seeded-random.ts'

/** A step and its time: by heat, then by round, then by the position in the line at the start. */
interface PlannedStep extends GridStep {
  readonly heat: number
  readonly round: number
  readonly position: number
}

// In cars: until a cone or a rerun is called in, and until a car that gets a rerun is back at the line.
const calledIn = 2.5
const backAtTheLine = 4.5

/**
 * Every save of the event that leads to this grid, in order. Heats follow each other; in a heat all first runs precede
 * all second runs. Some cones, and all reruns, are called in a few cars after the run. Equal seeds give equal steps.
 */
export function demoSteps(grid: Grid, seed: number): readonly GridStep[] {
  const random = seededRandom(seed)
  const order = shuffled([...grid.rows.keys()], random)
  const steps = order.flatMap((row, start) => {
    const cells = grid.rows[row] ?? {}
    return plan(cells, runCount(grid)).flatMap((step) =>
      save({ ...step, row, position: start + step.position }, random),
    )
  })
  return steps
    .sort((a, b) => a.heat - b.heat || a.round - b.round || a.position - b.position)
    .map(({ row, run, time, penalty }) => ({ row, run, time, penalty }))
}

/** The runs of one row. A run that replaces a rerun belongs to the same round, a few cars later. */
function plan(row: GridRow, runs: number): Omit<PlannedStep, 'row'>[] {
  const heat = Number(row.Heat ?? 1)
  const steps: Omit<PlannedStep, 'row'>[] = []
  let round = 1
  let position = 0
  for (let run = 1; run <= runs; run += 1) {
    const time = row[`Run ${run}`] ?? ''
    const penalty = row[`Pen ${run}`] ?? ''
    if (time === '' && penalty === '') continue
    steps.push({ run, time, penalty, heat, round, position })
    const again = isRerun(penalty)
    round += again ? 0 : 1
    position = again ? position + backAtTheLine : 0
  }
  return steps
}

/** One save, or two when a penalty is called in later. */
function save(step: PlannedStep, random: () => number): PlannedStep[] {
  const cones = /^[1-9]\d*$/.test(step.penalty) ? Number(step.penalty) : 0
  const seenLater = isRerun(step.penalty) || (cones > 0 && random() < 0.35)
  if (!seenLater || step.time === '') return [step]
  const before = cones > 1 ? String(cones - 1) : ''
  return [
    { ...step, penalty: before },
    { ...step, position: step.position + calledIn },
  ]
}

function isRerun(penalty: string): boolean {
  return /^R/i.test(penalty)
}
