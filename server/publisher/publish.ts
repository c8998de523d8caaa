import { applyChanges, type Changes, diffDrivers, isUnchanged, noChanges } from '../../lib/list/diff.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import type { KeepResult, SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import { judgeList } from './judge-list.ts'
import type { LossGuardSettings } from './loss-guard.ts'
import { internalProblem, logProblem } from './pass-problem.ts'
import { nextPass, notAfter, reportPass, sourceTime } from './pass-report.ts'
import type { Input, Outcome, Pass, PassFacts, PublishedList, Publishing, Step } from './publish-state.ts'
import { limitWarnings } from './render/limit-warnings.ts'
import { countRuns, type RunsSeen } from './runs-seen.ts'

type InputOf<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>

/** One step of publishing: the next state and the next action. Pure: no clock, no log, no logger. */
export function step(state: Publishing, input: Input, settings: LossGuardSettings): Step {
  switch (input.kind) {
    case 'pass_read':
      return beginPass(state, input, settings)
    case 'pass_failed':
      return failPass(state, input)
    default:
      return appendSettled(state, input)
  }
}

export interface Release {
  readonly state: Publishing
  readonly answer: 'releasing' | 'changed' | 'nothing_held'
}

/** Marks the held list with this id as released by a person: the next pass that reads the same list publishes it. */
export function release(state: Publishing, id: string): Release {
  const { held } = state.pipeline
  if (!held) return { state, answer: 'nothing_held' }
  if (held.id !== id) return { state, answer: 'changed' }
  return { state: { ...state, released: id }, answer: 'releasing' }
}

export interface Keep {
  readonly state: Publishing
  readonly answer: KeepResult
}

/** Keeps the published list instead of the held one with this id, until a file changes; spectators need not wait. */
export function keepOld(state: Publishing, id: string): Keep {
  const { held, ...pipeline } = state.pipeline
  if (!held) return { state, answer: 'nothing_held' }
  if (held.id !== id) return { state, answer: 'changed' }
  const { until: _, ...rest } = held
  const kept = { ...pipeline, held: { ...rest, kept: true as const }, stalled_since: undefined }
  return { state: { ...state, pipeline: kept }, answer: 'kept' }
}

function beginPass(
  state: Publishing,
  { began, at, read, published }: InputOf<'pass_read'>,
  settings: LossGuardSettings,
): Step {
  const files = read.files.length > 0 ? read.files : state.pipeline.files
  const sourceAt = sourceTime(files, state.pipeline, at)
  const verdict = judgeList(read.list, { state, published, sourceAt, files, at, sessions: read.sessions }, settings)
  const { event: found } = read
  const pass: Pass = {
    began,
    files,
    sourceAt,
    eventProblem: found?.kind === 'rejected' ? found.problem : undefined,
    entries: published.drivers.size,
    verdict,
    released: state.released,
    published,
    // The event does not wait for its list: results can be declared final while the list is held.
    changes: verdict.kind === 'accepted' ? verdict.list.changes : noChanges,
    event: found?.kind === 'read' ? found.event : (published.event ?? defaultEvent('Live results')),
  }
  return append(state, pass, at)
}

function append(state: Publishing, pass: Pass, at: number): Step {
  const { changes, event, published, sourceAt } = pass
  const eventChanged = JSON.stringify(event) !== JSON.stringify(published.event)
  if (isUnchanged(changes) && !eventChanged) return settle(state, pass, { kind: 'unchanged' }, at)
  const draft = { at, sourceAt, changes, event: eventChanged ? event : undefined }
  return { state: { ...state, pass }, action: { kind: 'append', expectedVersion: published.version, draft } }
}

function appendSettled(state: Publishing, input: InputOf<'appended' | 'append_conflict' | 'append_failed'>): Step {
  const { pass } = state
  if (!pass) return { state, action: undefined }
  if (input.kind === 'append_failed') {
    return settle(state, pass, { kind: 'rejected', problem: logProblem(input.message) }, input.at)
  }
  if (input.kind === 'appended') {
    const { version, entries } = input
    return settle(state, { ...pass, entries }, { kind: 'published', version, changes: pass.changes }, input.at)
  }
  const { published } = input
  const changes = changesFrom(published, pass)
  return append(state, { ...pass, published, entries: published.drivers.size, changes }, input.at)
}

/** The changes that lead from another writer's version to the list of the pass. */
function changesFrom(published: PublishedList, pass: Pass): Changes {
  if (pass.verdict.kind !== 'accepted') return noChanges
  return diffDrivers(published.drivers, applyChanges(pass.published.drivers, pass.changes))
}

/** Ends the pass after the log has answered. A rejected list keeps the warnings of the last one that was read. */
function settle(state: Publishing, pass: Pass, appended: Outcome, at: number): Step {
  const { verdict } = pass
  const ending = { ...state, pass }
  if (verdict.kind === 'rejected') return endPass(ending, pass, verdict, state.pipeline.warnings, at)
  const { warnings } = verdict.list
  if (verdict.kind === 'held') return endPass(ending, pass, verdict, warnings, at)
  const { unterminatedShown, sessionsShown, isNewSession } = verdict
  const runsSeen = runsAfter(isNewSession ? undefined : state.runsSeen, pass, appended)
  const right = isNewSession ? warnings.filter(({ code }) => code !== 'fewer_runs') : warnings
  return endPass({ ...ending, unterminatedShown, sessionsShown, runsSeen }, pass, appended, right, at)
}

function runsAfter(seen: RunsSeen | undefined, { published, changes }: Pass, outcome: Outcome): RunsSeen | undefined {
  if (outcome.kind !== 'published' && outcome.kind !== 'unchanged') return seen
  const version = outcome.kind === 'published' ? outcome.version : published.version
  return countRuns(seen, {
    base: published.version,
    version,
    changes,
    drivers: applyChanges(published.drivers, changes),
  })
}

function failPass(state: Publishing, { began, at, message }: InputOf<'pass_failed'>): Step {
  const { files, source_at, entries, warnings } = state.pipeline
  const nothingRead: PassFacts = { began, files, sourceAt: notAfter(at, source_at), eventProblem: undefined, entries }
  const outcome: Outcome = { kind: 'rejected', problem: internalProblem(message) }
  return endPass(state, state.pass ?? nothingRead, outcome, warnings, at)
}

function endPass(
  state: Publishing,
  facts: PassFacts,
  outcome: Outcome,
  warnings: readonly SourceWarning[],
  at: number,
): Step {
  const report = reportPass(state, { ...facts, outcome, warnings: limitWarnings(warnings) }, at)
  const next: Publishing = { ...state, ...report, released: releasedAfter(state, outcome), pass: undefined }
  return { state: next, action: { kind: 'end_pass', outcome, nextPass: nextPass(next, at) } }
}

/** The first list that is judged with a release uses it up. */
function releasedAfter({ released, pass }: Publishing, outcome: Outcome): string | undefined {
  if (outcome.kind === 'rejected') return released
  // A person released the held list while this pass was under way: the next pass publishes it.
  const releasedDuringPass = outcome.kind === 'held' && outcome.hold.id === released && pass?.released !== released
  return releasedDuringPass ? released : undefined
}
