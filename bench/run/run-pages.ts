import { createBenchmarkEvent } from '../event/benchmark-event.ts'
import { fetchPage, measurePages } from '../measure/pages.ts'
import type { PageFigures } from '../report/results.ts'
import { launchPeer } from '../subject/launch-peer.ts'
import { inFolder, type Stage, whileOpen } from './stage.ts'
import { withPaddock } from './with-paddock.ts'

/** `GET /live` of lists of each size, beside a bare server. */
export async function runPages(stage: Stage): Promise<readonly PageFigures[]> {
  const figures: PageFigures[] = []
  for (const size of stage.plan.pages.sizes) {
    figures.push(...(await inFolder(stage, (folder) => pagesOf(stage, size, folder))))
  }
  return figures
}

function pagesOf(stage: Stage, drivers: number, folder: string): Promise<readonly PageFigures[]> {
  const { plan, pinning, load, say } = stage
  return withPaddock(stage, createBenchmarkEvent(drivers), folder, ({ listening, tree }) =>
    inFolder(stage, (bareFolder) =>
      whileOpen(stage, launchPeer('the bare server', bareFolder, pinning?.servers), async (bare) => {
        const paddock = { port: await listening, tree }
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
    ),
  )
}
