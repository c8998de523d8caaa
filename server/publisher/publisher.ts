import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { PipelineProblem, PipelineState, ReleaseResult } from '../../lib/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import type { GuardSettings } from './guard.ts'
import { logNews } from './log-news.ts'
import type { EventRead, ListRead, PassResult } from './pass-result.ts'
import { type ScheduleSettings, schedulePasses } from './pass-schedule.ts'
import { createPublish, type Outcome, templateFile } from './publish.ts'
import type { Renderer } from './render.ts'
import { watchFolder } from './watch.ts'

const eventFile = 'event.yaml'

/** A file that cannot be used is probably still being written: it is read again this soon, for this long. Milliseconds. */
const retryDelay = 100
const retryTime = 5000
/** What lasts shorter than this is a save that was seen half-way, and no trouble. Milliseconds. */
const patience = 700
/** Without a pass for so long, the publisher is not well. The slowest pass that is allowed comes after 50 s. Milliseconds. */
const watchdogLimit = 90_000

export interface PublisherParts {
  readonly dataFolder: string
  readonly log: RevisionLog
  readonly renderer: Renderer
  readonly guard: GuardSettings
  readonly schedule: ScheduleSettings
  readonly logger: Logger
  readonly now: () => number
}

export interface Publisher {
  state(): PipelineState
  /** Calls the listener with the state after every pass. Returns how to stop. */
  subscribe(listener: (state: PipelineState) => void): () => void
  /** Publishes the held list with this id, as soon as the files can be read and still say so. */
  release(id: string): Promise<ReleaseResult>
  stop(): Promise<void>
}

/**
 * Watches the data folder and appends to the log what changed. What cannot be used leaves the last good list as it is, shows
 * in the state, and is read again until it can. Resolves after the first pass; later, if its list was just written.
 */
export async function startPublisher(parts: PublisherParts): Promise<Publisher> {
  const { log, logger, renderer, now } = parts
  const { publish, release } = createPublish(log, parts.guard, now)
  const listeners = new Set<(state: PipelineState) => void>()
  let failingSince: number | undefined
  let state: PipelineState = {
    data_folder: parts.dataFolder,
    files: [],
    source_at: log.current().sourceAt,
    entries: log.current().drivers.size,
    problems: [],
    warnings: [],
  }

  async function pass(): Promise<number | undefined> {
    const began = now()
    const result = await renderer.render({ template: templateFile, event: eventFile })
    const { list, event, files } = readingOf(result, state)
    const sourceAt = sourceTime(files, state, now())
    const { outcome, warnings, held } = await publish(list, event, sourceAt)

    const before = state
    const found = problemsOf(outcome, event)
    failingSince = found.length > 0 ? notAfter(began, failingSince ?? began) : undefined
    const shown = before.last_pass === undefined || before.problems.length > 0
    const lasting = failingSince !== undefined && (shown || now() - failingSince >= patience)
    const problems = lasting ? found : []
    const doubtful = held && held.reason !== 'some_lost' && held.reason !== 'just_written'
    const stalled = (problems.length > 0 && outcome.kind === 'rejected') || doubtful
    state = {
      ...state,
      files,
      source_at: sourceAt,
      last_pass: { at: began, milliseconds: Math.max(0, now() - began) },
      entries: log.current().drivers.size,
      problems,
      warnings,
      held,
      stalled_since: stalled ? notAfter(began, state.stalled_since ?? failingSince ?? began) : undefined,
    }
    logNews(logger, before, state, outcome)
    for (const listener of listeners) listener(state)
    return nextPass(state, failingSince, now())
  }

  const schedule = schedulePasses(pass, parts.schedule, (err) =>
    logger.error({ err }, 'a pass failed; the next one follows'),
  )
  const stopWatching = watchFolder(parts.dataFolder, schedule.hint, (message) => logger.warn(message))
  await schedule.now()
  for (let held = state.held; held?.reason === 'just_written'; held = state.held) {
    await wait(Math.max(0, (held.until ?? 0) - now()))
    await schedule.now()
  }

  return {
    state: () => stateAt(state, now()),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async release(id) {
      const result = release(id)
      if (result !== 'releasing') return result
      logger.info(`the held list ${id} is released by an admin`)
      await schedule.now()
      return state.held?.id === id ? 'not_yet' : 'released'
    },
    async stop() {
      await stopWatching()
      await schedule.stop()
      await renderer.stop()
    },
  }
}

/** What a pass read. A render that had to be ended read nothing: event and files stay as they were. */
function readingOf(
  result: PassResult,
  { files }: PipelineState,
): { list: ListRead; event: EventRead | undefined; files: PipelineState['files'] } {
  if (result.kind === 'read') return { ...result, files: result.files.length > 0 ? result.files : files }
  const hint = 'Mend the template: look for a loop that is too long or has no end. The last good list stays until then.'
  const problem = { code: result.code, message: `${templateFile}: ${result.message}`, hint, file: templateFile }
  return { list: { kind: 'rejected', problem }, event: undefined, files }
}

/**
 * The state as it is now. Whatever stops the passes, people must not read "live" under a list that nobody looks after any more;
 * and nothing lies ahead of a clock that was set back since the last pass.
 */
function stateAt(state: PipelineState, now: number): PipelineState {
  const { last_pass: pass, held } = state
  const lookedAt = notAfter(now, pass?.at ?? now)
  const stuckSince = now - lookedAt > watchdogLimit ? lookedAt : undefined
  return {
    ...state,
    source_at: notAfter(now, state.source_at),
    last_pass: pass && { ...pass, at: lookedAt },
    held: held && { ...held, since: notAfter(now, held.since) },
    stalled_since: notAfter(now, state.stalled_since ?? stuckSince),
  }
}

/** When the files were last written. A laptop's clock may be ahead: then it is when the change was first seen. */
function sourceTime(files: PipelineState['files'], before: PipelineState, now: number): number | undefined {
  const newest = newestOf(files)
  if (newest === undefined || newest === newestOf(before.files)) return notAfter(now, before.source_at ?? newest)
  return Math.max(0, Math.min(newest, now))
}

/** Clocks are set back: what was reckoned by the old time counts from now. Otherwise it would be to come for hours. */
function notAfter<Time extends number | undefined>(now: number, time: Time): Time | number {
  return time === undefined ? time : Math.min(time, now)
}

function newestOf(files: PipelineState['files']): number | undefined {
  return files.length === 0 ? undefined : Math.max(...files.map((file) => file.modified_at))
}

function problemsOf(outcome: Outcome, event: EventRead | undefined): PipelineProblem[] {
  const ofList = outcome.kind === 'rejected' ? [outcome.problem] : []
  return event?.kind === 'rejected' ? [...ofList, event.problem] : ofList
}

/** When to look again at the latest, in milliseconds; undefined for the usual. */
function nextPass({ held }: PipelineState, failingSince: number | undefined, now: number): number | undefined {
  if (failingSince !== undefined) return now - failingSince < retryTime ? retryDelay : undefined
  return held?.until === undefined ? undefined : Math.max(0, held.until - now)
}
