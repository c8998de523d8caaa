import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { DeskApi } from '../../lib/server-api/registry.ts'
import type { AllDrivers } from '../../lib/sync/protocol.ts'
import type { PageAnswerCounts } from './page-answer-counts.ts'
import type { PageSnapshot } from './render/page-snapshots.ts'
import type { ProcessUsage } from './render/process-usage.ts'

/** Everything that is answered by a page, a download or a file of the build. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Undefined where pages are not made in a process of their own. */
  report(): Promise<PagesReport | undefined>
  stop(): Promise<void>
}

/** How pages are made, without a word of who asked for them. */
export interface PagesReport {
  readonly answers: PageAnswerCounts
  /** Requests that wait for their turn. */
  readonly waiting: number
  /** How often the process of the pages was started. */
  readonly starts: number
  readonly usage: ProcessUsage | undefined
}

export interface PagesParts {
  readonly http: HttpServer
  readonly snapshot: () => PageSnapshot
  /** The newest list: the same object until it changes. */
  readonly list: () => AllDrivers
  readonly publicOrigin: string | undefined
  readonly timeZone: string | undefined
  /** The origins whose pages may show /embed in a frame. */
  readonly frameAncestors: readonly string[]
  readonly api: DeskApi
  /** Gets how long each rendering took, in milliseconds. */
  readonly onRendered: (milliseconds: number) => void
  readonly logger: Logger
}

/** Resolves when pages can be answered. */
export type StartPages = (parts: PagesParts) => Promise<Pages>
