import fc from 'fast-check'
import { checksumOf } from '../../lib/list/checksum.ts'
import { diffDrivers } from '../../lib/list/diff.ts'
import type { Drivers } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { histories, listAndAnyChanges, pick } from '../../lib/sync/properties/lists.fixture.ts'
import { firstVersion } from '../../lib/sync/properties/logs.fixture.ts'
import { emptyHistory, type History, type HistoryLimits, remember } from './history.ts'
import { nextRevision, stateAfter } from './next-revision.ts'
import type { Draft, LogState, Revision } from './revision-log.ts'

/** A log after one of its revisions; the first moment has no revision. */
export interface Moment {
  readonly revision: Revision | undefined
  readonly state: LogState
  readonly history: History
}

const spring = defaultEvent('Spring')
const extra = fc.record({
  event: fc.constantFrom(undefined, undefined, spring, defaultEvent('Autumn')),
  sourceAt: fc.option(fc.nat(9), { nil: undefined }),
})

export const limits: fc.Arbitrary<HistoryLimits> = fc.record({
  revisions: fc.integer({ min: 1, max: 8 }),
  records: fc.constantFrom(1, 4, 10, 1000),
})

const extras = fc.array(extra, { minLength: 8, maxLength: 8 })

/** Up to eight moments of a log that begins with any list at any version, with any limits of its history. */
export const moments: fc.Arbitrary<readonly Moment[]> = fc
  .tuple(firstVersion, histories(1, 8), extras, limits)
  .map(([first, lists, extras, limits]) => {
    const moments: Moment[] = [
      { revision: undefined, state: begin(first(lists.length), pick(lists, 0)), history: emptyHistory },
    ]
    for (const [at, list] of lists.slice(1).entries()) {
      const { state, history } = pick(moments, at)
      const draft = { at: at + 1, changes: diffDrivers(state.drivers, list), ...pick(extras, at) }
      const revision = nextRevision(state, draft)
      moments.push({ revision, state: stateAfter(state, revision), history: remember(history, revision, limits) })
    }
    return moments
  })

/** A state, and a draft with any changes, also meaningless ones. */
export const stateAndDraft: fc.Arbitrary<{ readonly state: LogState; readonly draft: Draft }> = fc
  .tuple(firstVersion, listAndAnyChanges, extra)
  .map(([first, { list, sequence }, extra]) => ({
    state: begin(first(2), list),
    draft: { at: 1, changes: pick(sequence, 0), ...extra },
  }))

function begin(version: number, drivers: Drivers): LogState {
  return { log: 'mine', version, at: 0, sourceAt: undefined, drivers, event: spring, checksum: checksumOf(drivers) }
}
