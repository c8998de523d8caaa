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

/** The addresses of one event: at Paddock, as AXWare's static page, and at the peer that rewrites its table. */
export interface EventOnAir {
  readonly size: number
  readonly paddock: string
  readonly static: string
  readonly peer: string
  /** Saves new runs of so many drivers: one from the top of the file, the others at random. */
  saveRuns(drivers: number): Promise<void>
  close(): Promise<void>
}

/** AXWare's default; some clubs set 30 s. */
const refreshSeconds = 60

/** So many entries at the top of the file take turns: they are visible in the views that begin with them. */
const inSight = 8

/** So many saves add runs of those entries; later ones change their last run, which a page shows as a correction. */
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
