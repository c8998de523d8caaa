import { sessionToken } from '../../lib/server-api/session-cookie.ts'
import type { AllDrivers } from '../../lib/sync/protocol.ts'
import { timed } from '../../lib/time/timed.ts'
import { systemTimers } from '../../lib/time/timers.ts'
import { classSpellings } from './class-spellings.ts'
import { createTurns } from './connection-turns.ts'
import { knownPages } from './known-pages.ts'
import type { Pages, PagesParts } from './pages.ts'
import { startPageRenderer } from './render/page-renderer.ts'
import { servePages } from './serve-pages.ts'
import { createStaticFiles } from './static-files.ts'

/** The pages of the build, rendered in a process of their own. Resolves when that process answers. */
export async function startProductionPages({
  snapshot,
  list,
  publicOrigin,
  timeZone,
  frameAncestors,
  api,
  onRendered,
  logger,
}: Omit<PagesParts, 'http'>): Promise<Pages> {
  const folder = process.cwd()
  const renderer = await startPageRenderer({
    publicOrigin,
    timeZone,
    canBeFramed: frameAncestors.length > 0,
    api,
    logger,
  })
  const statics = createStaticFiles(folder)
  const takeTurn = createTurns()
  const pages = servePages({
    renderer: { render: timed(renderer.render, onRendered, systemTimers.elapsed) },
    snapshot,
    spelling: spellingsOf(list),
    known: knownPages(folder),
    frameAncestors,
    isSignedIn: (request) => api.isSignedIn(sessionToken(request.headers.cookie)),
    logger,
  })
  return {
    async handle(request, response) {
      takeTurn(request.socket, response, () => {
        if (!statics(request, response)) void pages.answer(request, response)
      })
    },
    report: async () => ({ ...pages.counts(), starts: renderer.starts(), usage: await renderer.usage() }),
    stop: renderer.stop,
  }
}

/** Collects the spellings once for each list. */
function spellingsOf(newest: () => AllDrivers): (code: string) => string | undefined {
  let list: AllDrivers | undefined
  let spelling: ReturnType<typeof classSpellings> = () => undefined
  return (code) => {
    if (list !== newest()) {
      list = newest()
      spelling = classSpellings(list)
    }
    return spelling(code)
  }
}
