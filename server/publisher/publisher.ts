import type { Logger } from 'pino'
import type { PipelineProblem, PipelineState } from '../../lib/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import type { GuardSettings } from './guard.ts'
import { logNews } from './log-news.ts'
import { type ScheduleSettings, schedulePasses } from './pass-schedule.ts'
import { createPublish, type Outcome, templateFile } from './publish.ts'
import type { EventRead, ListRead, PassResult } from './read-pass.ts'
import type { Renderer } from './render.ts'
import { watchFolder } from './watch.ts'

export const eventFile = 'event.yaml'

/** A file that cannot be used is probably still being written: it is read again this soon, for this long. Milliseconds. */
const retryDelay = 100
const retryTime = 5000
/** What lasts shorter than this is a save that was seen half-way, and no trouble. Milliseconds. */
const patience = 700

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
  /** Publishes what is held now, if the files still say so. */
  release(): Promise<'released' | 'nothing_held'>
  stop(): Promise<void>
}

/**
 * Watches the data folder and appends to the log what changed. What cannot be used leaves the last good list as it is, shows
 * in the state, and is read again until it can. Resolves after the first pass.
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
    const { outcome, warnings } = await publish(list, event, sourceAt)

    const before = state
    const found = problemsOf(outcome, event)
    failingSince = found.length > 0 ? (failingSince ?? began) : undefined
    const lasting = failingSince !== undefined && (now() - failingSince >= patience || before.last_pass === undefined)
    const problems = lasting ? found : []
    const held = outcome.kind === 'held' ? outcome.hold : undefined
    const stalled = (problems.length > 0 && outcome.kind === 'rejected') || (held && held.reason !== 'some_lost')
    state = {
      ...state,
      files,
      source_at: sourceAt,
      last_pass: { at: began, milliseconds: now() - began },
      entries: log.current().drivers.size,
      problems,
      warnings,
      held,
      stalled_since: stalled ? (state.stalled_since ?? failingSince ?? began) : undefined,
    }
    logNews(logger, before, state, outcome)
    for (const listener of listeners) listener(state)
    return nextPass(state, failingSince, now())
  }

  const schedule = schedulePasses(pass, parts.schedule)
  const stopWatching = watchFolder(parts.dataFolder, schedule.hint, (message) => logger.warn(message))
  await schedule.now()

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async release() {
      if (!release()) return 'nothing_held'
      await schedule.now()
      return 'released'
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

/** When the files were last written. A laptop's clock may be ahead: then it is when the change was first seen. */
function sourceTime(files: PipelineState['files'], before: PipelineState, now: number): number | undefined {
  const newest = newestOf(files)
  if (newest === undefined || newest === newestOf(before.files)) return before.source_at ?? newest
  return Math.min(newest, now)
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
  if (held?.until !== undefined) return Math.max(0, held.until - now)
  return failingSince !== undefined && now - failingSince < retryTime ? retryDelay : undefined
}
