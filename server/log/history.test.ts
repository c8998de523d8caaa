import { expect, test } from 'vitest'
import { beginLog } from './begin-log.ts'
import { emptyHistory, missedSince, remember } from './history.ts'
import { nextRevision, stateAfter } from './next-revision.ts'

function historyOf(limits: { revisions: number; records: number }, recordsPerRevision: readonly number[]) {
  let state = beginLog(0, [99])
  let history = emptyHistory
  for (const count of recordsPerRevision) {
    const update = Array.from({ length: count }, (_, index) => ({ driver_name: `${state.version}-${index}` }))
    const changes = { create: [], update, destroy: [...state.drivers.keys()] }
    const revision = nextRevision(state, { at: 0, sourceAt: undefined, changes, event: undefined })
    state = stateAfter(state, revision)
    history = remember(history, revision, limits)
  }
  return { state, history, versions: history.revisions.map(({ version }) => version) }
}

test('a history holds the newest revisions up to the limit of revisions', () => {
  expect(historyOf({ revisions: 3, records: 100 }, [1, 1, 1, 1, 1]).versions).toEqual([103, 104, 105])
})

test('a history holds the newest revisions up to the limit of records, with removed records counted', () => {
  const { history, versions } = historyOf({ revisions: 100, records: 10 }, [1, 4, 4, 1, 1])
  expect(versions).toEqual([103 + 1, 105])
  expect(history.records).toBe(7)
})

test('a history is empty after a revision with more records than the limit', () => {
  const { history } = historyOf({ revisions: 100, records: 10 }, [1, 11])
  expect(history).toEqual(emptyHistory)
})

test('[L4] a reader at a version before the history gets the whole state', () => {
  const { state, history } = historyOf({ revisions: 2, records: 100 }, [1, 1, 1, 1])
  const missed = (version: number) => missedSince(history, state, { log: state.log, version }).kind
  expect([101, 102, 103, 104].map(missed)).toEqual(['state', 'changes', 'changes', 'nothing'])
})
