import type { EventFolder } from '../../testing/event/event-folder.ts'
import { pageRequest } from '../measure/pages.ts'
import {
  type Listener,
  listenToPaddock,
  listenToWholeFile,
  measureSaves,
  pageLoads,
  type SaveOrder,
  ways,
} from '../measure/saves.ts'
import { startWholeFile } from '../peers/whole-file.ts'
import type { SaveFigures } from '../report/results.ts'
import type { Probe } from '../subject/ask-probe.ts'
import { type Stage, whileOpen } from './stage.ts'

const withPages = 'in place, 8 page loads'

/** Saves of a timing file of a running Paddock, beside a server that sends the whole file. */
export async function measureSavesOf(
  stage: Stage,
  port: number,
  probe: Probe,
  files: EventFolder,
): Promise<readonly SaveFigures[]> {
  const { plan, load, say } = stage
  const { count } = plan.saves
  const drivers = files.grid.rows.length
  const figures: SaveFigures[] = []
  let saved = 0
  const loadPages = () =>
    load.ask('requestPages', { ...pageRequest(port), requests: pageLoads, connections: pageLoads })

  return whileOpen(stage, await startWholeFile(files.file), async ({ url }) =>
    whileOpen(stage, await listenToPaddock(port, files), async (browser) =>
      whileOpen(stage, await listenToWholeFile(url), async (other) => {
        const measure = (listener: Listener, order: Pick<SaveOrder, 'way' | 'atSave'>) => {
          saved += count
          return measureSaves(files, listener, { ...plan.saves, ...order, first: saved - count + 1 })
        }
        for (let round = 1; round <= plan.rounds; round += 1) {
          for (const way of ways.filter((one) => one !== withPages || plan.pages.sizes.includes(drivers))) {
            say(`saves of ${drivers} drivers ${way}, round ${round} of ${plan.rounds}`)
            await probe.delay()
            const paddock = await measure(browser, { way, ...(way === withPages && { atSave: loadPages }) })
            const delay = await probe.delay()
            if (paddock.lost > 0) throw new Error(`Paddock lost ${paddock.lost} saves ${way}.`)
            const peer = way === 'in place' && (await measure(other, { way }))
            figures.push({ round, drivers, way, paddock, ...(peer && { peer }), delay })
          }
        }
        return figures
      }),
    ),
  )
}
