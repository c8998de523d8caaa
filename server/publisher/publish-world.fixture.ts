import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyChanges, type Changes, noChanges } from '../../lib/diff.ts'
import { byName, type Driver } from '../../lib/driver.ts'
import { defaultEvent, type Event } from '../../lib/event.ts'
import type { PipelineState } from '../../lib/pipeline-state.ts'
import { listChanges } from './parse/list-changes.ts'
import type { ListRead } from './pass-result.ts'
import { release, step } from './publish.ts'
import {
  type Append,
  beginPublishing,
  type Input,
  type Outcome,
  type PublishedList,
  type Publishing,
  type Step,
} from './publish-state.ts'

/** What the files have: how many runs each driver has made, whether the file lacks its last newline, and the event. */
export interface Files {
  readonly kind: 'list'
  readonly runs: Readonly<Record<string, number>>
  readonly unterminated: boolean
  readonly title: string
  /** How long ago the file was written, ms. */
  readonly age: number
}

/** What the log does when it is asked to append; `overtaken` is another writer's change of a driver, just before. */
export type LogMood = 'appends' | 'fails' | 'overtaken'

export type Happening =
  | {
      readonly kind: 'pass'
      readonly files: Files | { readonly kind: 'unusable'; readonly title: string }
      readonly log: LogMood
    }
  /** A bug ends the pass before it has read anything. */
  | { readonly kind: 'bug' }
  /** A person releases the list that is held, or one with another id. */
  | { readonly kind: 'release'; readonly held: boolean }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'set_back'; readonly milliseconds: number }

/** One pass, and what was so before and after it. */
export interface PassTrace {
  readonly elapsed: number
  readonly at: number
  readonly files: Extract<Happening, { kind: 'pass' }>['files'] | { readonly kind: 'bug' }
  readonly log: LogMood
  readonly before: PublishedList
  readonly after: PublishedList
  readonly outcome: Outcome
  /** What the source was checked with; undefined when it was not. */
  readonly mostRuns: ReadonlyMap<string, number> | undefined
  readonly pipeline: PipelineState
  readonly nextPass: number | undefined
  /** The reason and drivers of a held list that a person released, and no list was judged since. */
  readonly released: PipelineState['held']
}

export interface StepTrace {
  readonly state: Publishing
  readonly input: Input
  readonly next: Step
}

export const settings = { guardTime: 10_000, settleTime: 1000, manyDrivers: 5, manyShare: 0.3 }

/** Publishing over a log that only remembers, in a time that only happenings move. */
export function createWorld() {
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

  function append({ expectedVersion, draft }: Append, log: LogMood): Input {
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

  function pass(files: PassTrace['files'], log: LogMood): void {
    const before = published
    let mostRuns: PassTrace['mostRuns']
    let action = take(firstInput(files, wall, before))
    if (log === 'overtaken' && action?.kind === 'append') write(foreignChanges, undefined)
    while (action && action.kind !== 'end_pass') {
      if (action.kind === 'check_source') mostRuns = action.mostRuns
      action = take(action.kind === 'append' ? append(action, log) : { kind: 'source_checked', at: wall, warnings: [] })
    }
    assert(action, 'the pass has ended')
    const { outcome, nextPass } = action
    const end = { outcome, nextPass, mostRuns, pipeline: state.pipeline }
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

/** The drivers as the files have them. */
export function driversOf({ runs }: Files): Map<string, Driver> {
  return byName(Object.entries(runs).map(([driver_name, count]) => ({ driver_name, runs: Array(count).fill('40.1') })))
}

/** What another writer changes: no driver's removal, so that a list's losses stay what they are. */
export const foreignChanges: Changes = { ...noChanges, update: [{ driver_name: 'A', runs: ['50.0'] }] }

function firstInput(files: PassTrace['files'], wall: number, published: PublishedList): Input {
  if (files.kind === 'bug') return { kind: 'pass_failed', began: wall, at: wall, message: 'a bug' }
  const event = { kind: 'read', event: defaultEvent(files.title) } as const
  const list = listChanges(listRead(files), published.drivers, 'template')
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
  return { kind: 'rendered', text, warnings: [], unterminated: files.unterminated ? ['live.rgg'] : [] }
}

const title = fc.constantFrom('Spring', 'Autumn')
const everybody = [...'ABCDEFGHIJKL']

/** Mostly nearly everybody, sometimes few or none. */
const present = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(everybody, { minLength: 10 }) },
  { weight: 2, arbitrary: fc.constant(everybody) },
  { weight: 2, arbitrary: fc.subarray(everybody) },
  { weight: 1, arbitrary: fc.constant([]) },
)

export const files: fc.Arbitrary<Files> = fc.record({
  kind: fc.constant('list' as const),
  runs: fc
    .tuple(present, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }))
    .map(([names, counts]) => Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]))),
  unterminated: fc.boolean(),
  title,
  age: fc.constantFrom(0, 500, 3_600_000),
})

const log = fc.oneof(
  { weight: 6, arbitrary: fc.constant('appends' as const) },
  { weight: 1, arbitrary: fc.constantFrom('fails' as const, 'overtaken' as const) },
)

const time = fc.constantFrom(50, 400, 999, 1000, 5000, 9999, 10_000)

/** Random days: lists come back, so that losses stand, end and repeat. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc
  .array(files, { minLength: 1, maxLength: 4 })
  .chain((lists) => {
    const read = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...lists) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('unusable' as const), title }) },
    )
    return fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), files: read, log }) },
        { weight: 4, arbitrary: fc.record({ kind: fc.constant('time' as const), milliseconds: time }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), held: fc.boolean() }) },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('set_back' as const),
            milliseconds: fc.constantFrom(300, 10_800_000),
          }),
        },
        { weight: 1, arbitrary: fc.constant({ kind: 'bug' as const }) },
      ),
      { maxLength: 25 },
    )
  })
