import type { HeldList, PipelineState, SourceFile, SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import type { Outcome, PassFacts, Publishing } from './publish-state.ts'

/** An unusable file is probably being written: it is read again this soon, for this long. Milliseconds. */
const retryDelay = 100
const retryTime = 5000
/** A shorter problem is a save that was read half-way; it does not show. Milliseconds. */
const problemGracePeriod = 700
/**
 * Without a pass for longer, the list is stalled. The slowest allowed pass is followed by one 50 s later. Milliseconds.
 */
const watchdogLimit = 90_000

/** What is known of a pass at its end. */
export interface EndedPass extends PassFacts {
  readonly outcome: Outcome
  readonly warnings: readonly SourceWarning[]
}

/** The pipeline after a pass that ended at `at`, Unix ms. */
export function reportPass(
  { pipeline: before, failingSince: failedBefore }: Publishing,
  { began, files, sourceAt, entries, eventProblem, outcome, warnings }: EndedPass,
  at: number,
): Pick<Publishing, 'pipeline' | 'failingSince'> {
  const found = [...(outcome.kind === 'rejected' ? [outcome.problem] : []), ...(eventProblem ? [eventProblem] : [])]
  // Only the end of the first pass leads to its sources.
  const isFirstLook = before.last_pass === undefined && found.some(({ code }) => code === 'source_unheard')
  const noticed = isFirstLook ? at : began
  const failingSince = found.length > 0 ? notAfter(noticed, failedBefore ?? noticed) : undefined
  const problems = failingSince !== undefined && hasLasted(failingSince, before, at, isFirstLook) ? found : []
  const held = heldAfter(before.held, outcome)
  const stalled = (problems.length > 0 && outcome.kind === 'rejected') || isDoubtful(held)
  return {
    failingSince,
    pipeline: {
      data_folder: before.data_folder,
      files,
      source_at: sourceAt,
      last_pass: { at: began, milliseconds: Math.max(0, at - began) },
      entries,
      problems,
      warnings,
      held,
      stalled_since: stalled ? notAfter(began, before.stalled_since ?? failingSince ?? began) : undefined,
    },
  }
}

/**
 * A problem shows at once after the first pass, and beside a problem that shows already. A source to which the first
 * pass has led is given the time to be heard.
 */
function hasLasted(failingSince: number, before: PipelineState, at: number, isFirstLook: boolean): boolean {
  return (
    (before.last_pass === undefined && !isFirstLook) ||
    before.problems.length > 0 ||
    at - failingSince >= problemGracePeriod
  )
}

/** A sudden loss stays held after a pass over unusable files; any other hold ends with it. */
function heldAfter(before: HeldList | undefined, outcome: Outcome): HeldList | undefined {
  if (outcome.kind === 'held') return outcome.hold
  const isSudden = before !== undefined && ['all_lost', 'many_lost', 'many_emptied'].includes(before.reason)
  return outcome.kind === 'rejected' && isSudden ? before : undefined
}

function isDoubtful(held: HeldList | undefined): boolean {
  return held !== undefined && !held.kept && held.reason !== 'some_lost' && held.reason !== 'just_written'
}

/** The longest delay before the next pass, in ms; undefined for the usual one. */
export function nextPass({ pipeline, failingSince }: Publishing, at: number): number | undefined {
  if (failingSince !== undefined) return at - failingSince < retryTime ? retryDelay : undefined
  const until = pipeline.held?.until
  return until === undefined ? undefined : Math.max(0, until - at)
}

/**
 * The pipeline at `now`, Unix ms: stalled when the last pass is too old, whatever the reason. No time in it lies after
 * `now`, even when the clock was set back.
 */
export function pipelineAt(pipeline: PipelineState, now: number): PipelineState {
  const { last_pass: pass, held } = pipeline
  const lookedAt = notAfter(now, pass?.at ?? now)
  const stuckSince = now - lookedAt > watchdogLimit ? lookedAt : undefined
  return {
    ...pipeline,
    source_at: notAfter(now, pipeline.source_at),
    last_pass: pass && { ...pass, at: lookedAt },
    held: held && { ...held, since: notAfter(now, held.since) },
    stalled_since: notAfter(now, pipeline.stalled_since ?? stuckSince),
  }
}

/** When the newest file was written, Unix ms; if that lies ahead of `now`, when its change was first read. */
export function sourceTime(files: readonly SourceFile[], before: PipelineState, now: number): number | undefined {
  const newest = newestOf(files)
  if (newest === undefined || newest === newestOf(before.files)) return notAfter(now, before.source_at ?? newest)
  return Math.max(0, Math.min(newest, now))
}

function newestOf(files: readonly SourceFile[]): number | undefined {
  return files.length === 0 ? undefined : Math.max(...files.map((file) => file.modified_at))
}

/** The earlier of both: after the clock was set back, an old time would lie ahead for hours. */
export function notAfter<Time extends number | undefined>(now: number, time: Time): Time | number {
  return time === undefined ? time : Math.min(time, now)
}
