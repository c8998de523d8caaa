import { setTimeout as sleep } from 'node:timers/promises'
import { gridText, readGrid, withoutRuns, withStep } from '../../testing/event/grid.ts'
import type { DemoFolder } from './demo-folder.ts'
import { describeStep } from './describe-step.ts'
import { withResults } from './results.ts'
import { demoSteps } from './steps.ts'

export interface Pace {
  /** Milliseconds: before the first run, between two runs, before it starts over. */
  readonly start: number
  readonly every: number
  readonly over: number
  readonly once: boolean
}

/**
 * Saves the event run by run, then starts over unless `once` is set. Resolves at once when the signal is aborted.
 */
export async function play(
  folder: DemoFolder,
  pace: Pace,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const finished = readGrid(folder.grid)
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => {})
  for (let seed = 1; !signal.aborted; seed += 1) {
    let grid = withoutRuns(finished)
    folder.save(gridText(withResults(grid, folder.event)))
    await pause(pace.start)
    for (const step of demoSteps(finished, seed)) {
      if (signal.aborted) return
      print(describeStep(grid, step))
      grid = withStep(grid, step)
      folder.save(gridText(withResults(grid, folder.event)))
      await pause(pace.every)
    }
    if (pace.once || signal.aborted) return
    print('That was the last run so far. It starts over in a moment.')
    await pause(pace.over)
  }
}
