import { type EventFolder, makeEventFolder } from '../../testing/event/event-folder.ts'
import { type Listener, listenToPaddock, listenToWholeFile, measureSaves, ways } from '../measure/saves.ts'
import { startWholeFile } from '../peers/whole-file.ts'
import type { SaveFigures } from '../report/results.ts'
import { launchPaddock } from '../subject/launch-paddock.ts'
import { inFolder, type Stage, whileOpen } from './stage.ts'

/** From a saved timing file to a browser's store, for files of each size, beside a server that sends the whole file. */
export async function runSaves(stage: Stage): Promise<readonly SaveFigures[]> {
  const figures: SaveFigures[] = []
  for (const size of stage.plan.saves.sizes) {
    const files = await makeEventFolder(size)
    figures.push(
      ...(await whileOpen(stage, { stop: files.remove }, () =>
        inFolder(stage, (folder) => savesOf(stage, files, size, folder)),
      )),
    )
  }
  return figures
}

async function savesOf(
  stage: Stage,
  files: EventFolder,
  drivers: number,
  folder: string,
): Promise<readonly SaveFigures[]> {
  const { plan, pinning, say } = stage
  const launch = { dataFolder: files.path, folder, clients: plan.clients, processors: pinning?.servers }
  return whileOpen(stage, launchPaddock(launch), async ({ listening, probe }) => {
    const port = await listening
    return whileOpen(stage, await startWholeFile(files.file), async ({ url }) =>
      whileOpen(stage, await listenToPaddock(port, files), async (browser: Listener) =>
        whileOpen(stage, await listenToWholeFile(url), async (other: Listener) => {
          const figures: SaveFigures[] = []
          let first = 1
          for (let round = 1; round <= plan.rounds; round += 1) {
            for (const way of ways) {
              say(`saves of ${drivers} drivers ${way}, round ${round} of ${plan.rounds}`)
              await probe.delay()
              const paddock = await measureSaves(files, browser, way, plan.saves, first)
              const delay = await probe.delay()
              if (paddock.lost > 0) throw new Error(`Paddock lost ${paddock.lost} saves ${way}.`)
              first += plan.saves.count
              const peer = way === 'in place' && (await measureSaves(files, other, way, plan.saves, first))
              first += plan.saves.count
              figures.push({ round, drivers, way, paddock, ...(peer && { peer }), delay })
            }
          }
          return figures
        }),
      ),
    )
  })
}
