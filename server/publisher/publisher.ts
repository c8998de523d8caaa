import type { Logger } from 'pino'
import type { KeepResult, PipelineState, ReleaseResult } from '../../lib/server-api/pipeline-state.ts'
import { systemTimers, type Timers } from '../../lib/time/timers.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { eventFile, templateFile } from './data-files.ts'
import { sessionsOf } from './feeds/feed-sessions.ts'
import type { FeedSettings } from './feeds/feed-settings.ts'
import { type Feeds, noFeeds } from './feeds/feeds.ts'
import { logPass } from './log-pass.ts'
import type { LossGuardSettings } from './loss-guard.ts'
import type { TellPublished } from './parse/published-list.ts'
import { pipelineAt } from './pass-report.ts'
import { type ScheduleSettings, schedulePasses } from './pass-schedule.ts'
import { publishToLog } from './publish-to-log.ts'
import type { PassResult } from './render/pass-result.ts'
import type { Renderer } from './render/render.ts'
import { type Watch, watchFolder } from './watch.ts'
import { withSources } from './with-sources.ts'

const files = { template: templateFile, event: eventFile }

export interface PublisherParts {
  readonly dataFolder: string
  readonly log: RevisionLog
  readonly renderer: Renderer
  readonly lossGuard: LossGuardSettings
  readonly schedule: ScheduleSettings
  readonly logger: Logger
  /** Unix ms. */
  readonly now: () => number
  readonly timers?: Timers
  readonly watch?: Watch
  /** Connects to what `sources` of event.yaml names; calls back when a feed has something new. */
  readonly openFeeds?: (onChange: () => void) => Feeds
}

export interface Publisher {
  state(): PipelineState
  /** Calls the listener with the state after every pass. Returns how to stop. */
  subscribe(listener: (state: PipelineState) => void): () => void
  /** Publishes the held list with this id, as soon as the files can be read and have the same list. */
  release(id: string): Promise<ReleaseResult>
  /** Keeps the published list instead of the held one with this id, until a file changes. */
  keepOld(id: string): KeepResult
  stop(): Promise<void>
}

/**
 * Watches the data folder and appends changes to the log. Unusable files keep the last good list, show in the state,
 * and are read again. Resolves after the first pass; if its list was just written, when that list has settled.
 */
export async function startPublisher(parts: PublisherParts): Promise<Publisher> {
  const { dataFolder, log, renderer, logger, now, timers = systemTimers } = parts
  const { watch = (...watching) => watchFolder(...watching, { timers }), openFeeds = () => noFeeds } = parts
  const listeners = new Set<(state: PipelineState) => void>()
  let settings: FeedSettings = {}
  const publishing = publishToLog(dataFolder, log, parts.lossGuard, now)

  async function read(published: TellPublished): Promise<PassResult> {
    const { scoring } = log.current().event ?? {}
    const known = { settings, scoring, readings: feeds.readings() }
    const result = await renderer.pass({ ...files, feeds: known }, published)
    // An event.yaml that cannot be read changes no connection.
    if (result.kind === 'read' && result.event.kind === 'read') {
      settings = result.event.feeds ?? {}
      feeds.follow(settings)
    }
    return result.kind === 'read' ? { ...result, sessions: sessionsOf(known.readings) } : result
  }

  async function pass(): Promise<number | undefined> {
    const began = now()
    const before = publishing.pipeline()
    const { outcome, nextPass } = await publishing.pass(began, read)
    logPass(logger, before, publishing.pipeline(), outcome)
    for (const listener of listeners) listener(publishing.pipeline())
    return nextPass
  }

  const onError = (err: unknown) => logger.error({ err }, 'a pass failed; the next one follows')
  const schedule = schedulePasses(pass, parts.schedule, onError, timers)
  const feeds = openFeeds(schedule.hint)
  const stopWatching = watch(dataFolder, schedule.hint, (message) => logger.warn(message))

  function subscribe(listener: (state: PipelineState) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  await schedule.now()
  await settledFirstList(publishing.pipeline(), subscribe)

  return {
    state: () => withSources(pipelineAt(publishing.pipeline(), now()), feeds.statuses()),
    subscribe,
    async release(id) {
      const answer = publishing.release(id)
      if (answer !== 'releasing') return answer
      logger.info(`the held list ${id} is released by an admin`)
      await schedule.now()
      return publishing.pipeline().held?.id === id ? 'not_yet' : 'released'
    },
    keepOld(id) {
      const answer = publishing.keepOld(id)
      if (answer === 'kept') logger.info(`the held list ${id} is dropped by an admin until a file changes`)
      for (const listener of listeners) listener(publishing.pipeline())
      return answer
    },
    async stop() {
      await feeds.stop()
      await stopWatching()
      await schedule.stop()
      await renderer.stop()
    },
  }
}

/** Resolves when the first list is no longer held as just written; the schedule makes the passes until then. */
function settledFirstList(pipeline: PipelineState, subscribe: Publisher['subscribe']): Promise<void> {
  const isSettled = ({ held }: PipelineState) => held?.reason !== 'just_written'
  if (isSettled(pipeline)) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = subscribe((state) => {
      if (!isSettled(state)) return
      stop()
      resolve()
    })
  })
}
