import assert from 'node:assert/strict'
import { applyChanges, type Changes, noChanges } from '../../lib/list/diff.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { defaultEvent, type Event } from '../../lib/record/event.ts'
import type { PipelineState } from '../../lib/server-api/pipeline-state.ts'
import { createListComparer } from './parse/list-changes.ts'
import type { ListRead } from './parse/list-read.ts'
import { release, step } from './publish.ts'
import type { Files, Happening, LogAnswer } from './publish-days.fixture.ts'
import {
  type Append,
  beginPublishing,
  type Input,
  type Outcome,
  type PublishedList,
  type Publishing,
  type Step,
} from './publish-state.ts'

/** One pass, with the published list before and after it. */
export interface PassTrace {
  readonly elapsed: number
  readonly at: number
  readonly files: Extract<Happening, { kind: 'pass' }>['files'] | { readonly kind: 'bug' }
  readonly log: LogAnswer
  readonly before: PublishedList
  readonly after: PublishedList
  readonly outcome: Outcome
  /** The largest number of runs that was published of each driver, for the checks of the next pass. */
  readonly mostRuns: ReadonlyMap<string, number> | undefined
  readonly pipeline: PipelineState
  readonly nextPass: number | undefined
  /** The held list that a person released, until a list is judged. */
  readonly released: PipelineState['held']
}

interface StepTrace {
  readonly state: Publishing
  readonly input: Input
  readonly next: Step
}

export const settings = { guardTime: 10_000, settleTime: 1000, manyDrivers: 5, manyShare: 0.3 }

/** Publishing into a log in memory, on a clock that only happenings move. */
function createWorld() {
  let elapsed = 0
  let wall = 1_700_000_000_000
  let version = 1
  let published: PublishedList = { version, drivers: new Map(), event: undefined }
  let state: Publishing = beginPublishing('data', { sourceAt: undefined, drivers: published.drivers })
  let released: PipelineState['held']
  const passes: PassTrace[] = []
  const steps: StepTrace[] = []

  function write(changes: Changes, event: Event | undefined): void {
    version += 1
    published = { version, drivers: applyChanges(published.drivers, changes), event: event ?? published.event }
  }

  function append({ expectedVersion, draft }: Append, log: LogAnswer): Input {
    if (log === 'fails') return { kind: 'append_failed', at: wall, message: 'no room' }
    if (expectedVersion !== version) return { kind: 'append_conflict', at: wall, published }
    write(draft.changes, draft.event)
    return { kind: 'appended', at: wall, version, entries: published.drivers.size }
  }

  function take(input: Input) {
    const next = step(state, input, settings)
    steps.push({ state, input, next })
    state = next.state
    return next.action
  }

  function pass(files: PassTrace['files'], log: LogAnswer): void {
    const before = published
    let action = take(firstInput(files, wall, before))
    if (log === 'conflicts' && action?.kind === 'append') write(foreignChanges, undefined)
    while (action && action.kind !== 'end_pass') {
      action = take(append(action, log))
    }
    assert(action, 'the pass has ended')
    const { outcome, nextPass } = action
    const end = { outcome, nextPass, mostRuns: state.runsSeen?.most, pipeline: state.pipeline }
    passes.push({ elapsed, at: wall, files, log, before, after: published, released, ...end })
    if (outcome.kind !== 'rejected') released = undefined
  }

  return {
    passes,
    steps,
    state: () => state,
    published: () => published,
    now: () => wall,
    happen(happening: Happening): void {
      if (happening.kind === 'pass') pass(happening.files, happening.log)
      if (happening.kind === 'bug') pass({ kind: 'bug' }, 'appends')
      if (happening.kind === 'set_back') wall -= happening.milliseconds
      if (happening.kind === 'time') {
        elapsed += happening.milliseconds
        wall += happening.milliseconds
      }
      if (happening.kind === 'release') {
        const { held } = state.pipeline
        const answered = release(state, happening.held ? (held?.id ?? '') : 'another')
        state = answered.state
        if (answered.answer === 'releasing') released = held
      }
    },
  }
}

export type World = ReturnType<typeof createWorld>

export function worldAfter(happenings: Iterable<Happening>): World {
  const world = createWorld()
  for (const happening of happenings) world.happen(happening)
  return world
}

/** The drivers in the files. */
export function driversOf({ runs }: Files): Map<string, Driver> {
  return byName(Object.entries(runs).map(([driver_name, count]) => ({ driver_name, runs: Array(count).fill('40.1') })))
}

/** A change by another writer. It removes no driver, so that the losses of a list stay the same. */
export const foreignChanges: Changes = { ...noChanges, update: [{ driver_name: 'A', runs: ['40.1', '40.1'] }] }

function firstInput(files: PassTrace['files'], wall: number, published: PublishedList): Input {
  if (files.kind === 'bug') return { kind: 'pass_failed', began: wall, at: wall, message: 'a bug' }
  const event = { kind: 'read', event: defaultEvent(files.title) } as const
  const all = { create: [], update: [...published.drivers.values()], destroy: [] }
  const update = { from: undefined, version: 1, changes: all, event: undefined, mostRuns: [] }
  const list = createListComparer('template').after(update)(listRead(files), event)
  const age = files.kind === 'list' ? files.age : undefined
  const read = {
    list,
    event,
    files: age === undefined ? [] : [{ path: 'live.rgg', modified_at: wall - age, size: 1 }],
  }
  return { kind: 'pass_read', began: wall, at: wall, read, published }
}

function listRead(files: Exclude<PassTrace['files'], { kind: 'bug' }>): ListRead {
  if (files.kind === 'unusable') {
    return { kind: 'rejected', problem: { code: 'half_written', message: 'half', hint: 'wait' } }
  }
  const text = [...driversOf(files).values()].map((driver) => JSON.stringify(driver)).join('\n')
  return {
    kind: 'rendered',
    lines: text.split('\n'),
    warnings: [],
    unterminated: files.unterminated ? ['live.rgg'] : [],
  }
}
