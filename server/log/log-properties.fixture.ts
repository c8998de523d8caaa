import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checksumOf } from '../../lib/list/checksum.ts'
import { applyChanges, diffDrivers, noChanges } from '../../lib/list/diff.ts'
import { byName } from '../../lib/record/driver.ts'
import { pick } from '../../lib/sync/properties/lists.fixture.ts'
import { overTheWire } from '../../lib/sync/properties/logs.fixture.ts'
import { type Property, property } from '../../lib/sync/properties/property.fixture.ts'
import { receive } from '../../lib/sync/properties/replica.fixture.ts'
import { assertSameList } from '../../lib/sync/properties/same-list.fixture.ts'
import { type AllDrivers, allDriversSchema, type UpdateDrivers, updateDriversSchema } from '../../lib/sync/protocol.ts'
import { emptyReplica, type Replica } from '../../lib/sync/replica.ts'
import { allDrivers, updateDrivers } from '../live/answering/messages.ts'
import { emptyHistory, type History, missedSince, remember } from './history.ts'
import { limits, type Moment, moments, stateAndDraft } from './moments.fixture.ts'
import { nextRevision, stateAfter } from './next-revision.ts'
import type { LogPosition, LogState, Missed, Revision } from './revision-log.ts'

const newest = (moments: readonly Moment[]) => pick(moments, moments.length - 1)

/** What a log promises its readers, whatever was appended and forgotten. */
export const logProperties: readonly Property[] = [
  property(
    ['P1', 'P10'],
    'a revision has the next version, the real changes and the checksum',
    fc.property(stateAndDraft, ({ state, draft }) => {
      const revision = nextRevision(state, draft)
      const after = stateAfter(state, revision)
      assert.deepEqual([after.log, after.version], [state.log, state.version + 1])
      assertSameList(after.drivers, applyChanges(state.drivers, draft.changes))
      assert.equal(after.checksum, checksumOf(after.drivers))
      assert.deepEqual(after.event, draft.event ?? state.event)
      const { create, update, destroy } = diffDrivers(state.drivers, after.drivers)
      assert.deepEqual(new Set(revision.changes.create), new Set(create))
      assert.deepEqual(new Set(revision.changes.destroy), new Set(destroy))
      assertSameList(byName(revision.changes.update), byName(update))
      assert.equal(recordsIn([revision]), update.length + destroy.length)
      assert.equal(nextRevision(after, { ...draft, changes: noChanges }).checksum, after.checksum)
    }),
  ),
  property(
    ['L1', 'L4'],
    'a history holds the newest revisions without a gap, up to its limits',
    fc.property(moments, limits, (moments, limits) => {
      const revisions = moments.flatMap(({ revision }) => revision ?? [])
      const history = revisions.reduce((before, revision) => remember(before, revision, limits), emptyHistory)
      const kept = history.revisions.length
      assert.deepEqual(history.revisions, revisions.slice(revisions.length - kept))
      assert.equal(history.records, recordsIn(history.revisions))
      assert.ok(kept <= limits.revisions && history.records <= limits.records)
      const oneMore = revisions.slice(-kept - 1)
      if (oneMore.length > kept) {
        assert.ok(oneMore.length > limits.revisions || recordsIn(oneMore) > limits.records, 'forgotten without need')
      }
    }),
  ),
  property(
    ['P9', 'L4'],
    'a replica at any position has the newest state after the answer',
    fc.property(moments, fc.nat(7), fc.nat(7), (moments, index, otherIndex) => {
      const { history, state } = newest(moments)
      const known = replicaAt(pick(moments, index))
      const foreign = { ...replicaAt(pick(moments, otherIndex)), log: 'foreign', version: known.version }
      for (const replica of [emptyReplica, known, foreign]) {
        const missed = missedSince(history, state, replica)
        assertFitting(missed, replica, history, state)
        assertHas(messagesOf(missed).reduce(receive, replica), state)
      }
    }),
  ),
  property(
    ['L4'],
    'the answer to an unknown, foreign or future position is the whole state',
    fc.property(
      moments,
      fc.integer({ min: -3, max: 12 }),
      fc.constantFrom('mine', 'foreign', undefined),
      (...given) => {
        const [moments, back, log] = given
        const { history, state } = newest(moments)
        const position = { log, version: state.version - back }
        assertFitting(missedSince(history, state, position), position, history, state)
      },
    ),
  ),
  property(
    ['P5', 'P7', 'P9', 'L4'],
    'one answer completes a replica after messages in any order',
    fc.property(moments, fc.array(fc.nat(15), { maxLength: 16 }), fc.boolean(), (moments, arrivals, isBare) => {
      let replica = replicaAt(pick(moments, 0))
      for (const arrival of arrivals) {
        const { revision, state, history } = pick(moments, arrival >> 1)
        const isBroadcast = revision && arrival % 2 === 0
        const messages = isBroadcast
          ? [arrived(updateDrivers(revision))]
          : messagesOf(missedSince(history, state, replica))
        replica = messages.reduce(receive, replica)
        assertHas(replica, pick(moments, replica.version - pick(moments, 0).state.version).state)
      }
      const { state, history } = newest(moments)
      const position = { log: isBare ? undefined : replica.log, version: replica.version }
      assertHas(messagesOf(missedSince(history, state, position)).reduce(receive, replica), state)
    }),
  ),
]

function recordsIn(revisions: readonly Revision[]): number {
  return revisions.reduce((sum, { changes }) => sum + changes.update.length + changes.destroy.length, 0)
}

/** The messages of an answer, as a browser receives them. */
function messagesOf(missed: Missed): (AllDrivers | UpdateDrivers)[] {
  if (missed.kind === 'nothing') return []
  return [arrived(missed.kind === 'state' ? allDrivers(missed.state) : updateDrivers(missed.revision, missed.from))]
}

function arrived(message: AllDrivers | UpdateDrivers): AllDrivers | UpdateDrivers {
  if (message.action === 'all_drivers') return overTheWire(allDriversSchema, message)
  return overTheWire(updateDriversSchema, message)
}

function replicaAt({ state }: Moment): Replica {
  return receive(emptyReplica, arrived(allDrivers(state)))
}

/** Asserts nothing for the newest version, changes for one in the history, and the whole state for all others. */
function assertFitting(missed: Missed, { log, version }: LogPosition, { revisions }: History, state: LogState): void {
  const isNewest = version === state.version && (log === 'mine' || log === undefined)
  const isRemembered = log === 'mine' && revisions.some((revision) => revision.version === version + 1)
  assert.equal(missed.kind, isNewest ? 'nothing' : isRemembered ? 'changes' : 'state')
  if (missed.kind === 'state') assert.equal(missed.state, state)
  if (missed.kind === 'changes') assert.equal(missed.from, version)
}

function assertHas({ hash, ...replica }: Replica, { checksum, ...state }: LogState): void {
  assertSameList(replica.drivers, state.drivers)
  assert.deepEqual({ ...replica, drivers: undefined }, { ...state, drivers: undefined })
  assert.equal(checksumOf(replica.drivers), checksum)
  assert.equal(Number.parseInt(hash ?? '', 16), checksum)
}
