import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { formatChecksum } from '../lib/checksum.ts'
import { liveNamespace } from '../lib/protocol.ts'
import { provideServer } from '../lib/registry.ts'
import { serveAdmin } from './admin/admin-namespace.ts'
import { loadAdminPassword } from './admin/password.ts'
import { startSessions } from './admin/session.ts'
import type { Config } from './config.ts'
import { close, createHttpServer } from './http-server.ts'
import { defaultAnswerLimit } from './live/limits.ts'
import { serveLive } from './live/namespace.ts'
import { createSocketServer } from './live/socket-server.ts'
import { openSqliteRevisionLog } from './log/sqlite-revision-log.ts'
import { defaultGuard } from './publisher/guard.ts'
import { defaultSchedule } from './publisher/pass-schedule.ts'
import { startPublisher } from './publisher/publisher.ts'
import { startRenderer } from './publisher/render.ts'
import { announce, listenOrExplain, requireDataFolder } from './start-checks.ts'

/** Next, as much of it as the server needs. */
export interface Pages {
  prepare(): Promise<void>
  close(): Promise<void>
  getRequestHandler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

export interface ServerParts {
  readonly config: Config
  readonly logger: Logger
  readonly pages: (http: HttpServer) => Pages
  readonly development: boolean
  readonly now: () => number
}

/** The composition: builds every part, connects them, and returns how to stop them all. Throws StartError with one clear line. */
export async function startServer({ config, logger, pages, development, now }: ServerParts): Promise<{ stop(): Promise<void> }> {
  requireDataFolder(config.dataFolder)
  const log = await openLog(config.stateFolder, logger, now)
  const password = await loadAdminPassword(config.stateFolder, config.adminPassword)
  const sessions = startSessions(password, logger)

  let ready = false
  let handler: ReturnType<Pages['getRequestHandler']> | undefined
  const http = createHttpServer({
    pages: async (request, response) => handler?.(request, response),
    ready: () => ready,
    allowedOrigins: config.allowedOrigins,
    development,
  })
  const next = pages(http)
  const sockets = createSocketServer(http, config.allowedOrigins, development)

  const publisher = await startPublisher({
    dataFolder: config.dataFolder,
    log,
    renderer: startRenderer(config.dataFolder),
    guard: { ...defaultGuard, guardTime: config.guardTime, settleTime: config.settleTime },
    schedule: defaultSchedule,
    logger,
    now,
  })
  const liveSockets = sockets.of(liveNamespace)
  const live = serveLive(liveSockets, {
    log,
    freshness: () => ({ sourceAt: publisher.state().source_at, stalledSince: publisher.state().stalled_since }),
    answerLimit: defaultAnswerLimit,
    logger,
    now,
  })
  const serverState = () => {
    const { log: name, version, at } = log.current()
    return { ...publisher.state(), log: name, version, published_at: at, browsers: liveSockets.sockets.size, now: now() }
  }
  const admin = serveAdmin(sockets.of('/admin'), sessions, serverState)
  let stalledSince = publisher.state().stalled_since
  publisher.subscribe((state) => {
    admin.sayState()
    if (state.stalled_since === stalledSince) return
    stalledSince = state.stalled_since
    live.sayVersion()
  })

  provideServer({
    live() {
      const { log: name, version, at, sourceAt, drivers, event, checksum } = log.current()
      const { source_at, stalled_since } = publisher.state()
      return {
        log: name,
        version,
        at,
        sourceAt: source_at ?? sourceAt,
        stalledSince: stalled_since,
        drivers,
        event,
        hash: formatChecksum(checksum),
        now: now(),
      }
    },
    admin: { ...sessions, state: serverState, release: publisher.release },
  })

  await next.prepare()
  handler = next.getRequestHandler()
  const port = await listenOrExplain(http, config)
  ready = true
  announce(port, config, password.generated, logger)

  return {
    async stop() {
      ready = false
      live.stop()
      admin.stop()
      await publisher.stop()
      // Browsers see a closed connection and try again; an orderly disconnect would tell them to stay away. [P13]
      sockets.engine.close()
      await close(http)
      await next.close()
      await log.close()
    },
  }
}
