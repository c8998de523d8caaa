import { type EventFolder, makeEventFolder } from '../../testing/event/event-folder.ts'
import type { PageFigures, SaveFigures } from '../report/results.ts'
import { launchPaddock } from '../subject/launch-paddock.ts'
import { measurePagesOf } from './measure-pages-of.ts'
import { measureSavesOf } from './measure-saves-of.ts'
import { inFolder, type Stage, whileOpen } from './stage.ts'

export interface FileFigures {
  readonly pages: readonly PageFigures[]
  readonly saves: readonly SaveFigures[]
}

/** The sections that need one Paddock with a timing file of each size: its page, and saves of the file. */
export async function runFiles(stage: Stage): Promise<FileFigures> {
  const { plan, sections } = stage
  const pageSizes = sections.includes('pages') ? plan.pages.sizes : []
  const saveSizes = sections.includes('saves') ? plan.saves.sizes : []
  const pages: PageFigures[] = []
  const saves: SaveFigures[] = []
  for (const size of new Set([...pageSizes, ...saveSizes])) {
    await withTimingFile(stage, size, async (port, files, server) => {
      if (pageSizes.includes(size)) pages.push(...(await measurePagesOf(stage, { port, tree: server.tree }, size)))
      if (saveSizes.includes(size)) saves.push(...(await measureSavesOf(stage, port, server.probe, files)))
    })
  }
  return { pages, saves }
}

async function withTimingFile(
  stage: Stage,
  size: number,
  use: (port: number, files: EventFolder, server: ReturnType<typeof launchPaddock>) => Promise<void>,
): Promise<void> {
  const { plan, pinning } = stage
  const files = await makeEventFolder(size)
  await whileOpen(stage, { stop: files.remove }, () =>
    inFolder(stage, (folder) => {
      const launch = { dataFolder: files.path, folder, clients: plan.clients, processors: pinning?.servers }
      return whileOpen(stage, launchPaddock(launch), async (server) => use(await server.listening, files, server))
    }),
  )
}
