import { type Changes, diffDrivers, isUnchanged } from '../../lib/diff.ts'
import { byName, type Driver, type Drivers } from '../../lib/driver.ts'
import { defaultEvent, type Event } from '../../lib/event.ts'
import type { HeldList, PipelineProblem, SourceWarning } from '../../lib/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { type GuardSettings, guard } from './guard.ts'
import { type ParsedList, parse } from './parse.ts'
import type { EventRead, ListRead, RenderedList } from './pass-result.ts'
import { runsDone, sourceChecks, withoutPublishedTotals } from './source-checks.ts'

export const templateFile = 'drivers.jsonl.njk'

/** What came of one pass. */
export type Outcome =
  | { readonly kind: 'published'; readonly version: number; readonly changes: Changes }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'held'; readonly hold: HeldList }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

export interface Published {
  readonly outcome: Outcome
  /** Of the newest list that could be read. */
  readonly warnings: readonly SourceWarning[]
  /** What waits. A list that was held still is when the files cannot be used for a moment. */
  readonly held: HeldList | undefined
}

export interface Publish {
  /** Takes one rendered list as far as it may go: parsed, held or appended to the log, checked. */
  publish(list: ListRead, event: EventRead | undefined, sourceAt: number | undefined): Promise<Published>
  /** Lets the held list with this id go out in the next pass that finds the files still saying so. */
  release(id: string): 'releasing' | 'changed' | 'nothing_held'
}

export function createPublish(log: RevisionLog, settings: GuardSettings, now: () => number): Publish {
  let mostRuns: ReadonlyMap<string, number> = new Map()
  let warnings: readonly SourceWarning[] = []
  let hold: HeldList | undefined
  let released: string | undefined
  let unterminatedShown: ReadonlySet<string> = new Set()

  async function publish(
    list: ListRead,
    eventRead: EventRead | undefined,
    sourceAt: number | undefined,
  ): Promise<Outcome> {
    const before = log.current()
    const event = eventRead?.kind === 'read' ? eventRead.event : (before.event ?? defaultEvent('Live results'))
    const parsed = list.kind === 'rendered' ? withReading(list, parse(list.text, templateFile)) : list
    if (parsed.kind === 'rejected') {
      await appendEventAlone(event, sourceAt)
      return parsed
    }
    const listed = withoutPublishedTotals(parsed.drivers)
    const drivers = byName(listed)
    const unchanged = isUnchanged(diffDrivers(before.drivers, drivers))
    const cutOff = unchanged ? [] : parsed.unterminated.filter((file) => !unterminatedShown.has(file))
    const candidate = { before: before.drivers, after: drivers, cutOff, writtenAt: sourceAt }
    const held = guard(candidate, hold, released, settings, now())
    if (held) await appendEventAlone(event, sourceAt)
    const outcome: Outcome = held ? { kind: 'held', hold: held } : await append(drivers, event, sourceAt)
    // What lost only its last newline, and just now, may have been cut off there: the next save may be, elsewhere.
    const justWritten = now() - (sourceAt ?? Number.NEGATIVE_INFINITY) < settings.settleTime
    const isShown = (file: string) => !(unchanged && justWritten) || unterminatedShown.has(file)
    if (!held) unterminatedShown = new Set(parsed.unterminated.filter(isShown))
    // What deserves a look can wait until the browsers have the list.
    if (outcome.kind === 'published' || outcome.kind === 'unchanged') mostRuns = mostRunsOf(listed, mostRuns)
    warnings = [...parsed.warnings, ...sourceChecks(parsed.drivers, mostRuns, event)]
    return outcome
  }

  /** The drivers wait, but what event.yaml says (that the results are final, say) need not. */
  async function appendEventAlone(event: Event, sourceAt: number | undefined): Promise<void> {
    await append(log.current().drivers, event, sourceAt)
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

  return {
    async publish(list, event, sourceAt) {
      const outcome = await publish(list, event, sourceAt).catch(unexpected)
      if (outcome.kind === 'held') hold = outcome.hold
      // Half-written files come and go between two good ones: a sudden loss goes on being one.
      else if (outcome.kind !== 'rejected' || !isSudden(hold)) hold = undefined
      if (outcome.kind !== 'rejected') released = undefined
      return { outcome, warnings, held: hold }
    },
    release(id) {
      if (!hold) return 'nothing_held'
      if (hold.id !== id) return 'changed'
      released = id
      return 'releasing'
    },
  }
}

/** The parsed list with what the readers had to say. */
function withReading({ warnings, unterminated }: RenderedList, parsed: ParsedList) {
  if (parsed.kind === 'rejected') return parsed
  return { ...parsed, unterminated, warnings: [...warnings, ...parsed.warnings] }
}

function isSudden(hold: HeldList | undefined): boolean {
  return hold?.reason === 'many_lost' || hold?.reason === 'all_lost'
}

/** The largest number of runs that was shown of each driver who is still there. */
function mostRunsOf(drivers: readonly Driver[], before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(
    drivers.map((driver) => {
      return [driver.driver_name, Math.max(runsDone(driver), before.get(driver.driver_name) ?? 0)]
    }),
  )
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
