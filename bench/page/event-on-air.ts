import { standingsOf } from '../../lib/standings/create-standings.ts'
import { driversOfGrid } from '../../testing/event/drivers-of-grid.ts'
import { makeEventFolder } from '../../testing/event/event-folder.ts'
import { type Grid, withStep } from '../../testing/event/grid.ts'
import { nextRun, runCount } from '../../testing/event/made-up-event.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { startPaddock } from '../../testing/server/paddock.ts'
import { peerPage } from './peer-page.ts'
import { startPeerServer } from './peer-server.ts'
import { staticPage } from './static-page.ts'

/** One event, served by Paddock, as AXWare's page, and by the peer that writes its table anew. */
export interface EventOnAir {
  readonly size: number
  readonly paddock: string
  readonly static: string
  readonly peer: string
  /**
   * The timing software saves new runs of so many drivers: the first one of the top of the file, the others anywhere.
   */
  saveRuns(drivers: number): Promise<void>
  close(): Promise<void>
}

/** AXWare's own default; clubs set 30 s too. */
const refreshSeconds = 60

/** How many entries at the top of the file take turns: they are in sight in the views that begin with them. */
const inSight = 8

/**
 * So many saves bring new runs of those; later ones change the last run that they have, which a page shows as a
 * correction.
 */
export const savesOfNewRuns = inSight * (runCount - 1)

export async function putOnAir(size: number): Promise<EventOnAir> {
  const random = seededRandom(size + 1)
  const folder = await makeEventFolder(size, inSight)
  const [results, bare] = await Promise.all([startPeerServer(), startPeerServer()])
  const paddock = await startPaddock(folder.path, { ALLOWED_ORIGINS: bare.url })
  let grid: Grid = folder.grid
  let saves = 0
  results.serve(staticPage(standingsOf(driversOfGrid(grid), folder.event), folder.event, refreshSeconds))
  bare.serve(peerPage(paddock.url))
  return {
    size,
    paddock: paddock.url,
    static: results.url,
    peer: bare.url,
    async saveRuns(drivers) {
      const others = Array.from({ length: drivers - 1 }, () => inSight + Math.floor(random() * (size - inSight)))
      for (const row of new Set([saves % inSight, ...others])) grid = withStep(grid, nextRun(grid, row, random))
      saves += 1
      await folder.save(grid)
    },
    async close() {
      await paddock.stop()
      await Promise.all([results.close(), bare.close(), folder.remove()])
    },
  }
}
