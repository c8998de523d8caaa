import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { DeskApi } from '../../lib/server-api/registry.ts'
import type { AllDrivers } from '../../lib/sync/protocol.ts'
import type { PageSnapshot } from './render/page-snapshots.ts'

/** Everything that is answered by a page, a download or a file of the build. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  stop(): Promise<void>
}

export interface PagesParts {
  readonly http: HttpServer
  readonly snapshot: () => PageSnapshot
  /** The newest list: the same object until it changes. */
  readonly list: () => AllDrivers
  readonly publicOrigin: string | undefined
  readonly timeZone: string | undefined
  readonly api: DeskApi
  readonly logger: Logger
}

/** Resolves when pages can be answered. */
export type StartPages = (parts: PagesParts) => Promise<Pages>
