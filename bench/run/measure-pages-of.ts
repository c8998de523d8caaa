import { fetchPage, measurePages, type PageServer } from '../measure/pages.ts'
import type { PageFigures } from '../report/results.ts'
import { launchPeer } from '../subject/launch-peer.ts'
import { inFolder, type Stage, whileOpen } from './stage.ts'

/** `GET /live` of a running Paddock, beside a bare server that sends the same. */
export function measurePagesOf(stage: Stage, paddock: PageServer, drivers: number): Promise<readonly PageFigures[]> {
  const { plan, pinning, load, say } = stage
  return inFolder(stage, (folder) =>
    whileOpen(stage, launchPeer('the bare server', folder, pinning?.servers), async (bare) => {
      const page = await fetchPage(paddock.port)
      const port = await bare.ask('servePage', { ...page, body: page.body.toString('base64') })
      const figures: PageFigures[] = []
      for (let round = 1; round <= plan.rounds; round += 1) {
        say(`pages of ${drivers} drivers, round ${round} of ${plan.rounds}`)
        const servers = { paddock, bare: { port, tree: bare.tree } }
        figures.push(...(await measurePages(servers, page.etag, load, { pages: plan.pages, round, drivers })))
      }
      return figures
    }),
  )
}
