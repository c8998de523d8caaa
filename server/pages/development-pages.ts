import type { IncomingMessage, ServerResponse } from 'node:http'
import { provideServer } from '../../lib/server-api/registry.ts'
import { createSnapshot } from '../../lib/server-api/snapshot.ts'
import type { Pages, PagesParts } from './pages.ts'

/** The part of Next that development needs. */
interface NextPages {
  prepare(): Promise<void>
  close(): Promise<void>
  getRequestHandler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** The pages as Next builds them on demand, in this process: each request is rendered, and nothing is kept. */
export async function startDevelopmentPages(
  next: NextPages,
  { snapshot, publicOrigin, frameAncestors, api }: Omit<PagesParts, 'http' | 'list' | 'onRendered' | 'logger'>,
): Promise<Pages> {
  provideServer({
    ...{ snapshot: () => createSnapshot(snapshot().json()), publicOrigin, bigScreenStyles: [], admin: api },
    canBeFramed: frameAncestors.length > 0,
  })
  await next.prepare()
  return { handle: next.getRequestHandler(), report: async () => undefined, stop: () => next.close() }
}
