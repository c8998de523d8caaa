import { type Changes, diffDrivers, isUnchanged } from '../../lib/diff.ts'
import { byName, type Driver, type Drivers, sameDriver } from '../../lib/driver.ts'
import { defaultEvent, type Event } from '../../lib/event.ts'
import type { PipelineProblem, SourceWarning } from '../../lib/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { type GuardSettings, guard, type Hold } from './guard.ts'
import { parse } from './parse.ts'
import type { EventRead, ListRead } from './read-pass.ts'
import { runsDone, sourceChecks, withoutPublishedTotals } from './source-checks.ts'

export const templateFile = 'drivers.jsonl.njk'

/** What came of one pass. */
export type Outcome =
  | { readonly kind: 'published'; readonly version: number; readonly changes: Changes }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

export interface Published {
  readonly outcome: Outcome
  /** Of the newest list that could be read. */
  readonly warnings: readonly SourceWarning[]
}

export interface Publish {
  /** Takes one rendered list as far as it may go: parsed, checked, held or appended to the log. */
  publish(list: ListRead, event: EventRead | undefined, sourceAt: number | undefined): Promise<Published>
  /** Lets the list that is held now go out in the next pass, if the files still say so. False when nothing is held. */
  release(): boolean
}

export function createPublish(log: RevisionLog, settings: GuardSettings, now: () => number): Publish {
  const mostRuns = new Map<string, number>()
  let warnings: readonly SourceWarning[] = []
  let hold: Hold | undefined
  let released: string | undefined
  let unterminatedBefore: boolean | undefined

  async function publish(
    list: ListRead,
    eventRead: EventRead | undefined,
    sourceAt: number | undefined,
  ): Promise<Outcome> {
    if (list.kind === 'rejected') return { kind: 'rejected', problem: list.problem }
    const parsed = parse(list.text, templateFile)
    if (parsed.kind === 'rejected') return parsed
    const before = log.current()
    const event = eventRead?.kind === 'read' ? eventRead.event : (before.event ?? defaultEvent('Live results'))
    const listed = withoutPublishedTotals(parsed.drivers)
    const drivers = byName(listed)
    const unterminated = list.unterminated.length > 0
    const maybeHalfWritten = unterminated && unterminatedBefore === false && !endsAsShown(listed, before.drivers)
    const candidate = { before: before.drivers, after: drivers, maybeHalfWritten, text: list.text }
    const held = guard(candidate, hold, released, settings, now())
    if (!held) unterminatedBefore = unterminated
    const outcome = held ? ({ kind: 'held', hold: held } as const) : await append(drivers, event, sourceAt)
    // What deserves a look can wait until the browsers have the list.
    warnings = [...list.warnings, ...parsed.warnings, ...checks(parsed.drivers, event)]
    return outcome
  }

  async function append(drivers: Drivers, event: Event, sourceAt: number | undefined): Promise<Outcome> {
    const before = log.current()
    const changes = diffDrivers(before.drivers, drivers)
    const eventChanged = JSON.stringify(event) !== JSON.stringify(before.event)
    if (isUnchanged(changes) && !eventChanged) return { kind: 'unchanged' }
    try {
      const draft = { at: now(), sourceAt, changes, event: eventChanged ? event : undefined }
      const result = await log.append(before.version, draft)
      // Somebody else wrote meanwhile: what changed is reckoned again, from there.
      if (result.kind === 'conflict') return append(drivers, event, sourceAt)
      return { kind: 'published', version: result.revision.version, changes }
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

  return {
    async publish(list, event, sourceAt) {
      const outcome = await publish(list, event, sourceAt).catch(unexpected)
      hold = outcome.kind === 'held' ? outcome.hold : undefined
      released = undefined
      return { outcome, warnings }
    },
    release() {
      released = hold?.key
      return hold !== undefined
    },
  }
}

/** A file that was cut off ends in the middle of its last entry; one whose last entry is what is shown was not. */
function endsAsShown(drivers: readonly Driver[], shown: Drivers): boolean {
  const last = drivers.at(-1)
  const known = shown.get(last?.driver_name ?? '')
  return last !== undefined && known !== undefined && sameDriver(last, known)
}

/** A mistake of ours must not end the publishing: it shows, and the next pass tries again. */
function unexpected(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  const hint =
    'This is a fault of Paddock: please report it with the files of the data folder. The last good list stays.'
  return { kind: 'rejected', problem: { code: 'internal', message: `The list could not be handled: ${message}`, hint } }
}

function logProblem(error: unknown): PipelineProblem {
  return {
    code: 'log_unwritable',
    message: `The new list cannot be stored: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Make room on the disk that holds STATE_DIR. Browsers keep the last list; publishing goes on by itself.',
  }
}
