import type { Logger } from 'pino'
import { adminNamespace } from '../lib/server-api/admin-namespace.ts'
import { liveNamespace } from '../lib/sync/protocol.ts'
import { timed } from '../lib/time/timed.ts'
import { systemTimers } from '../lib/time/timers.ts'
import { serveAdmin } from './admin/admin-namespace.ts'
import { loadAdminPassword } from './admin/password.ts'
import { writePrivateFile } from './admin/private-file.ts'
import { sessionFile } from './admin/session-file.ts'
import { startSessions } from './admin/sessions.ts'
import { createSignIn } from './admin/sign-in.ts'
import { createSignInForm } from './admin/sign-in-form.ts'
import type { Config } from './config.ts'
import { startDesk } from './desk/desk.ts'
import { createDeskApi } from './desk-api.ts'
import { createClientAddresses } from './http/client-address.ts'
import { connectionLimits, openFileLimit } from './http/connection-settings.ts'
import { close, createHttpServer } from './http/http-server.ts'
import { createRefusals } from './http/refusals.ts'
import { countDivergences } from './live/answering/divergence-count.ts'
import { createHistoryAnswers } from './live/answering/history-answers.ts'
import { isHeld } from './live/answering/messages.ts'
import { followLog } from './live/day/follow-day.ts'
import { serveLive } from './live/namespace.ts'
import { createSocketServer } from './live/sending/socket-server.ts'
import { defaultCheckLimit } from './live/throttle-checks.ts'
import { countUselessPackets } from './live/useless-packets.ts'
import { watchForLostFiles } from './log/lost-files.ts'
import { openMetrics } from './metrics/metrics.ts'
import { measureSendDelay } from './metrics/send-delay.ts'
import { openPush } from './open-push.ts'
import { serveHistory } from './pages/history-page.ts'
import type { Pages, StartPages } from './pages/pages.ts'
import { createPageSnapshots } from './pages/render/page-snapshots.ts'
import { publicAddress } from './public-address.ts'
import { connectFeed } from './publisher/feeds/connect-feed.ts'
import { openFeedFile } from './publisher/feeds/feed-file.ts'
import { createFeeds } from './publisher/feeds/feeds.ts'
import { defaultLossGuard } from './publisher/loss-guard.ts'
import { defaultSchedule } from './publisher/pass-schedule.ts'
import { startPublisher } from './publisher/publisher.ts'
import { startRenderer } from './publisher/render/render.ts'
import { readServerState } from './server-state.ts'
import { showNewPassword } from './show-new-password.ts'
import { announce, listenForMetrics, listenOrExplain, openLogOrExplain, requireDataFolder } from './start-checks.ts'

export interface ServerParts {
  readonly config: Config
  readonly logger: Logger
  readonly pages: StartPages
  readonly development: boolean
  readonly now: () => number
}

/**
 * The composition root: builds every part, connects the parts, and returns a function that stops them in reverse order.
 * Throws StartError when a part cannot start; the parts that run already are stopped.
 */
export async function startServer(parts: ServerParts): Promise<{ stop(): Promise<void> }> {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) {
      try {
        await stopPart()
      } catch (error) {
        parts.logger.error({ err: error }, 'a part did not stop as it should')
      }
    }
  }
  try {
    await startParts(parts, (stopPart) => stops.push(stopPart))
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  { config, logger, pages: startPages, development, now }: ServerParts,
  onStop: (stopPart: () => Promise<void> | void) => void,
): Promise<void> {
  requireDataFolder(config.dataFolder)
  const log = await openLogOrExplain(config.stateFolder, (message) => logger.warn(message), now)
  onStop(() => log.close())
  const lostFiles = watchForLostFiles(config.stateFolder, logger)
  const password = await loadAdminPassword(config.stateFolder, config.adminPassword)
  const file = sessionFile(config.stateFolder, (message) => logger.warn(message))
  const sessions = await startSessions({ key: password.sessionKey, file, now })
  const desk = await startDesk({ stateFolder: config.stateFolder, writeFile: writePrivateFile, logger, now })
  const push = await openPush(config, { log, desk, logger, now })
  onStop(() => push?.stop())
  const signInForm = createSignInForm(createSignIn({ password, begin: sessions.begin, logger, timers: systemTimers }))

  const metrics = await openMetrics(config.metricsPort !== undefined)
  const { durations } = metrics
  const renderer = startRenderer(config.dataFolder)
  const feedFile = await openFeedFile(config.stateFolder, writePrivateFile, (message) => logger.warn(message))
  const publisher = await startPublisher({
    dataFolder: config.dataFolder,
    log,
    renderer: { ...renderer, pass: timed(renderer.pass, durations.template, systemTimers.elapsed) },
    lossGuard: { ...defaultLossGuard, guardTime: config.guardTime, settleTime: config.settleTime },
    schedule: defaultSchedule,
    openFeeds: (onChange) =>
      createFeeds({ connect: connectFeed, timers: systemTimers, now, random: Math.random, onChange }, feedFile),
    logger,
    now,
  })
  onStop(publisher.stop)

  let pages: Pages | undefined
  let history: ReturnType<typeof serveHistory> | undefined
  const refusals = createRefusals(logger, now)
  const limits = connectionLimits(config, openFileLimit())
  const addresses = createClientAddresses(config.trustedProxies)
  const web = createHttpServer({
    pages: async (request, response) => {
      if ((await signInForm(request, response)) || (await push?.handle(request, response))) return
      if (!history?.(request, response)) await pages?.handle(request, response)
    },
    ready: () => web.server.listening,
    ...{ allowedOrigins: config.allowedOrigins, frameAncestors: config.frameAncestors },
    development,
    logger,
    addresses,
    connections: limits.connections,
    refusals,
  })
  const http = web.server
  onStop(() => pages?.stop())
  onStop(web.close)

  const { allowedOrigins } = config
  const sockets = createSocketServer(http, {
    ...{ sessions: limits.sessions, allowedOrigins, addresses, refusals },
    hasWireEndpoint: config.wireEndpoint,
  })
  web.prepareAllRequests()
  // A browser reconnects after a closed connection, but not after socket.io's own disconnect. [P13]
  onStop(() => void sockets.engine.close())
  const liveSockets = sockets.of(liveNamespace)
  const divergences = countDivergences(logger, now)
  const live = serveLive(liveSockets, {
    log,
    freshness: publisher.state,
    desk,
    checkLimit: defaultCheckLimit,
    onDivergences: divergences.add,
    useless: countUselessPackets(sockets, () => refusals.add('useless_packets')),
    rates: { ofConnection: config.connectionBytesPerSecond, ofAddress: config.addressBytesPerSecond },
    addressOf: ({ handshake }) => addresses.named(handshake.address, handshake.headers),
    logger,
    now,
    timers: systemTimers,
  })
  onStop(live.stop)
  onStop(log.subscribe(measureSendDelay(log.current(), durations.save_to_send, now)))
  const day = await followLog(log)
  onStop(day.stop)
  const browsers = () => liveSockets.sockets.size
  const serverState = () => readServerState({ log, publisher, lostFiles, browsers, push, divergences, refusals, now })
  const admin = serveAdmin(sockets.of(adminNamespace), sessions, serverState)
  onStop(admin.stop)

  let announced = publisher.state()
  publisher.subscribe((state) => {
    if (state.last_pass) durations.pass(state.last_pass.milliseconds)
    lostFiles.check()
    admin.broadcastState()
    if (state.stalled_since === announced.stalled_since && isHeld(state) === isHeld(announced)) return
    announced = state
    live.broadcastVersion()
  })

  history = serveHistory(createHistoryAnswers(day))
  const snapshot = createPageSnapshots({ newest: live.newest, news: day.news, desk: desk.current })
  let port = config.port
  const address = () => publicAddress(config, port)
  const api = createDeskApi({ sessions, publisher, desk, push, state: serverState, address })
  const { publicOrigin, timeZone, frameAncestors } = config
  const list = () => live.newest().list
  const settings = { publicOrigin, timeZone, frameAncestors, onRendered: durations.page_render }
  pages = await startPages({ http, snapshot, list, api, logger, ...settings })
  const metricsServer = metrics.serve(
    async () => ({
      state: serverState(),
      live: live.counts(),
      connections: await web.connections(),
      pages: await pages?.report(),
      push: push?.counts(),
    }),
    { addresses, logger },
  )
  if (metricsServer) onStop(() => close(metricsServer))
  await listenForMetrics(metricsServer, config, logger)
  port = await listenOrExplain(http, config)
  await showNewPassword(password, port, config, logger)
  announce(port, config, logger)
}
