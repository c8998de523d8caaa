import type { BenchmarkEvent } from '../event/benchmark-event.ts'
import { type BenchmarkFolder, makeBenchmarkFolder } from '../event/benchmark-folder.ts'
import { launchPaddock, type PaddockProcess } from '../subject/launch-paddock.ts'
import { type Stage, whileOpen } from './stage.ts'

/** Uses a Paddock on a data folder with this event, and stops it afterwards. `folder` is for its log. */
export function withPaddock<Result>(
  stage: Stage,
  event: BenchmarkEvent,
  folder: string,
  use: (server: PaddockProcess, files: BenchmarkFolder) => Promise<Result>,
): Promise<Result> {
  const { plan, pinning } = stage
  const files = makeBenchmarkFolder(event)
  const launch = { dataFolder: files.path, folder, clients: plan.clients, processors: pinning?.servers }
  return whileOpen(stage, { stop: files.remove }, () =>
    whileOpen(stage, launchPaddock(launch), (server) => use(server, files)),
  )
}
