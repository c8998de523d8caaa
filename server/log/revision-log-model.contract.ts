import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, diffDrivers, noChanges } from '../../lib/list/diff.ts'
import { byName, type Driver, type Drivers } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { anyText } from '../../testing/any-text.ts'
import type { Draft, LogPosition, LogState, Missed } from './revision-log.ts'
import { names, type Subject } from './revision-log-subject.contract.ts'

export const driver: fc.Arbitrary<Driver> = fc.record(
  {
    driver_name: fc.constantFrom(...names),
    car: anyText({ maxLength: 5 }),
    runs: fc.array(fc.constantFrom('40.516', '41.266+1', 'DNF'), { maxLength: 3 }),
  },
  { noNullPrototype: true },
)
const drivers: fc.Arbitrary<Drivers> = fc.array(driver, { maxLength: 6 }).map(byName)
const event = fc.constantFrom(undefined, defaultEvent('Spring'), defaultEvent('Autumn'))
type Step =
  | { readonly kind: 'append'; readonly drivers: Drivers; readonly event: Draft['event']; readonly sourceAt: number }
  | { readonly kind: 'append_late'; readonly distance: number }
  | { readonly kind: 'since'; readonly back: number; readonly log: 'mine' | 'none' | 'foreign' }
  | { readonly kind: 'close' }
  | { readonly kind: 'crash' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('append'), drivers, event, sourceAt: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('append_late'), distance: fc.constantFrom(-2, -1, 1, 9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('since'),
      back: fc.integer({ min: -2, max: 12 }),
      log: fc.constantFrom('mine', 'mine', 'none', 'foreign'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close', 'crash') }) },
)

/** Runs random steps on the log and on a model, an array of states; the log must equal the model after each step. */
export function describeModel(subject: Subject): void {
  test('[P1] [P2] [P3] [P4] [L1] [L4] [L5] the log equals its model after any appends and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        await subject.renew()
        await followModel(subject, steps)
        expect(subject.warnings).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
}

async function followModel(subject: Subject, steps: readonly Step[]): Promise<void> {
  let states = [subject.log.current()]
  let last = subject.log.current()
  for (const step of steps) {
    if (step.kind === 'append') {
      const changes = diffDrivers(last.drivers, step.drivers)
      const draft = { at: subject.now(), sourceAt: step.sourceAt, changes, event: step.event }
      const result = await subject.log.append(last.version, draft)
      expect(result.kind).toBe('appended')
      expect(result.state.version).toBe(last.version + 1)
      expect(result.state.drivers).toEqual(step.drivers)
      expect(result.state.event).toEqual(step.event ?? last.event)
      last = result.state
      states.push(last)
    } else if (step.kind === 'append_late') {
      expect((await subject.append(noChanges, last.version + step.distance)).kind).toBe('conflict')
    } else if (step.kind === 'since') {
      const position = positionOf(step, last)
      expectNewest(await subject.log.since(position), position, states)
    } else {
      await subject.reopen(step.kind)
      if (!subject.durable) {
        expect(subject.log.current().version).toBeGreaterThan(last.version)
        expect(subject.log.current().log).not.toBe(last.log)
        last = subject.log.current()
        states = [last]
      }
    }
    expect(subject.log.current()).toStrictEqual(last)
  }
}

function positionOf(
  step: { readonly back: number; readonly log: 'mine' | 'none' | 'foreign' },
  last: LogState,
): LogPosition {
  const log = { mine: last.log, none: undefined, foreign: 'another' }[step.log]
  return { log, version: last.version - step.back }
}

/** Expects that a reader at this position has the newest list after this answer. */
function expectNewest(missed: Missed, position: LogPosition, states: readonly LogState[]): void {
  const newest = states.at(-1)
  if (!newest) throw new Error('a log always has a state')
  const known = states.find((state) => state.log === position.log && state.version === position.version)
  if (missed.kind === 'nothing') {
    expect(position.version).toBe(newest.version)
    expect([newest.log, undefined]).toContain(position.log)
  } else if (missed.kind === 'changes') {
    if (!known) throw new Error(`changes since an unknown position: ${JSON.stringify(position)}`)
    expect(missed.from).toBe(position.version)
    expect(byKey(applyChanges(known.drivers, missed.revision.changes))).toEqual(byKey(newest.drivers))
    expect(missed.revision.event ?? known.event).toEqual(newest.event)
    const { log, version, at, sourceAt, checksum } = newest
    expect(missed.revision).toMatchObject({ log, version, at, sourceAt, checksum })
  } else {
    expect(missed.state).toStrictEqual(newest)
    expect(position.version === newest.version && position.log !== 'another').toBe(false)
  }
}

function byKey(drivers: Drivers): readonly (readonly [string, Driver])[] {
  return [...drivers].sort(([a], [b]) => (a < b ? -1 : 1))
}
