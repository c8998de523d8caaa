import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { startLoad } from '../measure/load.ts'
import type { Results } from '../report/results.ts'
import { paddockSettings } from '../subject/launch-paddock.ts'
import { choosePinning } from '../subject/pinned.ts'
import type { Endings } from './endings.ts'
import type { BenchOptions } from './options.ts'
import { runFiles } from './run-files.ts'
import { runChurn, runScenes } from './run-scenes.ts'
import type { Stage } from './stage.ts'

/** Measures the chosen sections. Rejects when any client is wrong. */
export async function runBench(
  { plan, sections, servers, pin }: Omit<BenchOptions, 'json'>,
  endings: Endings,
  say: (text: string) => void,
): Promise<Results> {
  const began = performance.now()
  const pinning = pin ? choosePinning(availableParallelism()) : undefined
  const load = startLoad(pinning?.load)
  endings.add(load.stop)
  const stage: Stage = { plan, sections, servers, load, pinning, endings, say }
  const hasScene = (['fan-out', 'storms', 'slow'] as const).some((section) => sections.includes(section))
  const scenes = hasScene ? await runScenes(stage) : []
  const { pages, saves } = await runFiles(stage)
  const churn = sections.includes('churn') ? await runChurn(stage) : undefined
  const { clients, rounds, drivers, revisions, interval, changed } = plan
  return {
    at: new Date().toISOString(),
    machine: machine(),
    options: { clients, rounds, drivers, revisions, interval, changed, ...(pinning && { pinning }) },
    settings: paddockSettings(clients),
    seconds: Math.round((performance.now() - began) / 1000),
    scenes: [...scenes],
    pages: [...pages],
    saves: [...saves],
    ...(churn && { churn }),
  }
}

function machine(): Results['machine'] {
  const [processor] = cpus()
  return {
    processor: processor?.model ?? 'unknown',
    processors: availableParallelism(),
    memory: totalmem(),
    node: process.version,
    system: `${type()} ${release().split('-')[0]}`,
  }
}
