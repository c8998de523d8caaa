import type { Logger } from 'pino'
import { diffDrivers, isUnchanged } from '../../lib/diff.ts'
import { byName, type Driver } from '../../lib/driver.ts'
import { defaultEvent, type Event } from '../../lib/event.ts'
import type { PipelineProblem, PipelineState, SourceWarning } from '../../lib/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { type Candidate, type GuardSettings, guard, type Hold } from './guard.ts'
import { parse } from './parse.ts'
import { type ScheduleSettings, schedulePasses } from './pass-schedule.ts'
import type { EventRead, ListRead, PassResult } from './read-pass.ts'
import type { Renderer } from './render.ts'
import { runsDone, sourceChecks } from './source-checks.ts'
import { watchFolder } from './watch.ts'

export const templateFile = 'drivers.jsonl.njk'
export const eventFile = 'event.yaml'

/** How soon a file that could not be used is read again, in milliseconds: it is probably still being written. */
const retryDelay = 250

export interface PublisherParts {
  readonly dataFolder: string
  readonly log: RevisionLog
  readonly renderer: Renderer
  readonly guard: GuardSettings
  readonly schedule: ScheduleSettings
  readonly logger: Logger
  readonly now: () => number
}

/** What came of one pass. */
export type PassOutcome =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

export interface Publisher {
  state(): PipelineState
  /** Calls the listener with every new state, at most once a pass. Returns how to stop. */
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
  const { log, logger, now } = parts
  const listeners = new Set<(state: PipelineState) => void>()
  const mostRuns = new Map<string, number>()
  let state: PipelineState = {
    data_folder: parts.dataFolder,
    files: [],
    source_at: log.current().sourceAt,
    entries: log.current().drivers.size,
    problems: [],
    warnings: [],
  }
  let hold: Hold | undefined
  let released: string | undefined
  let published: { text: string; unterminated: boolean } | undefined

  async function pass(): Promise<number | undefined> {
    const began = now()
    const result = await parts.renderer.render({ template: templateFile, event: eventFile })
    const event = eventOf(result)
    const list = listOf(result)
    const files = result.kind === 'read' && result.files.length > 0 ? result.files : state.files
    const sourceAt = files.length > 0 ? Math.round(Math.max(...files.map((file) => file.modified_at))) : state.source_at

    const { outcome, warnings } = await take(list, event, sourceAt)
    hold = outcome.kind === 'held' ? outcome.hold : undefined
    released = undefined
    const problems = [
      ...(outcome.kind === 'rejected' ? [outcome.problem] : []),
      ...(event.kind === 'rejected' && event.problem.message !== (outcome.kind === 'rejected' ? outcome.problem.message : '')
        ? [event.problem]
        : []),
    ]
    const stalled = hold !== undefined || problems.length > 0
    report(state.problems, problems, state.held, hold)
    state = {
      ...state,
      files,
      source_at: sourceAt,
      last_pass: { at: began, milliseconds: now() - began },
      entries: log.current().drivers.size,
      problems,
      warnings: warnings ?? state.warnings,
      held: hold && withoutKey(hold),
      stalled_since: stalled ? (state.stalled_since ?? now()) : undefined,
    }
    for (const listener of listeners) listener(state)
    if (hold?.until !== undefined) return Math.max(0, hold.until - now())
    return problems.length > 0 && state.stalled_since !== undefined && now() - state.stalled_since < 5000
      ? retryDelay
      : undefined
  }

  /** Takes one rendered list as far as it may go. */
  async function take(
    list: ListRead,
    event: EventRead,
    sourceAt: number | undefined,
  ): Promise<{ outcome: PassOutcome; warnings?: readonly SourceWarning[] }> {
    if (list.kind === 'rejected') return { outcome: { kind: 'rejected', problem: list.problem } }
    const parsed = parse(list.text, templateFile)
    if (parsed.kind === 'rejected') return { outcome: parsed }
    const before = log.current()
    const drivers = byName(parsed.drivers)
    const unterminated = list.unterminated.length > 0
    const candidate: Candidate = {
      before: before.drivers,
      after: drivers,
      maybeHalfWritten: unterminated && published !== undefined && !published.unterminated,
      text: list.text,
    }
    const held = guard(candidate, hold, released, parts.guard, now())
    const nextEvent = event.kind === 'read' ? event.event : (before.event ?? defaultEvent('Live results'))
    const warnings = [...list.warnings, ...parsed.warnings, ...checks(parsed.drivers, nextEvent)]
    if (held) return { outcome: { kind: 'held', hold: held }, warnings }
    const outcome = await publish(drivers, nextEvent, sourceAt)
    published = { text: list.text, unterminated }
    return { outcome, warnings }
  }

  async function publish(
    drivers: ReadonlyMap<string, Driver>,
    event: Event,
    sourceAt: number | undefined,
  ): Promise<PassOutcome> {
    const before = log.current()
    const changes = diffDrivers(before.drivers, drivers)
    const eventChanged = JSON.stringify(event) !== JSON.stringify(before.event)
    if (isUnchanged(changes) && !eventChanged) return { kind: 'unchanged' }
    const draft = { at: now(), sourceAt, changes, event: eventChanged ? event : undefined }
    try {
      const result = await log.append(before.version, draft)
      if (result.kind === 'conflict') return publish(drivers, event, sourceAt)
      const { create, update, destroy } = changes
      logger.info(
        { version: result.revision.version, created: create.length, updated: update.length - create.length, destroyed: destroy.length },
        `published version ${result.revision.version}: ${create.length} new, ${update.length - create.length} changed, ${destroy.length} gone`,
      )
      return { kind: 'published', version: result.revision.version }
    } catch (error) {
      return { kind: 'rejected', problem: logProblem(error) }
    }
  }

  function checks(drivers: readonly Driver[], event: Event): SourceWarning[] {
    for (const driver of drivers) {
      mostRuns.set(driver.driver_name, Math.max(runsDone(driver), mostRuns.get(driver.driver_name) ?? 0))
    }
    return sourceChecks(drivers, mostRuns, event)
  }

  /** Logs what is new: the same trouble is not repeated at every look. */
  function report(
    oldProblems: readonly PipelineProblem[],
    problems: readonly PipelineProblem[],
    oldHold: { since: number } | undefined,
    newHold: Hold | undefined,
  ): void {
    for (const problem of problems) {
      if (oldProblems.some((old) => old.message === problem.message)) continue
      const { code, hint, file, line } = problem
      logger.error({ code, file, line }, `${problem.message} ${hint}`)
    }
    if (oldProblems.length > 0 && problems.length === 0) logger.info('the files can be used again')
    if (newHold && newHold.since !== oldHold?.since) {
      const { reason, lost, shown, found } = newHold
      logger.warn({ code: reason, shown, found }, `held: the files have ${found} of ${shown} drivers (${lost.length} lost)`)
    }
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
      if (!hold) return 'nothing_held'
      released = hold.key
      await schedule.now()
      return 'released'
    },
    async stop() {
      await stopWatching()
      await schedule.stop()
      await parts.renderer.stop()
    },
  }
}
