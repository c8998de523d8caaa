import { expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import { byName } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { defaultLossGuard } from './loss-guard.ts'
import { step } from './publish.ts'
import { beginPublishing, type Input, type Publishing } from './publish-state.ts'
import { countRuns } from './runs-seen.ts'

const take = (state: Publishing, input: Input) => step(state, input, defaultLossGuard)

const published = { version: 1, drivers: new Map(), event: undefined }
const ann = { driver_name: 'Ann', runs: ['40.1'] }
const list = {
  kind: 'parsed',
  changes: { create: ['Ann'], update: [ann], destroy: [] },
  warnings: [],
  unterminated: [],
} as const
const read = { list, event: { kind: 'read', event: defaultEvent('Spring') }, files: [] } as const

const passRead: Input = { kind: 'pass_read', began: 0, at: 0, read, published }
const appended: Input = { kind: 'appended', at: 0, version: 2, entries: 1 }
const conflict: Input = { kind: 'append_conflict', at: 0, published: { ...published, version: 2 } }
const failed: Input = { kind: 'append_failed', at: 0, message: 'no room' }

/** The state after these inputs to a new publisher. */
function after(...inputs: readonly Input[]): Publishing {
  const begin = beginPublishing('data', { sourceAt: undefined, drivers: new Map() })
  return inputs.reduce((state, input) => take(state, input).state, begin)
}

test('a pass is read, appended and ended, in this order', () => {
  expect(take(after(), passRead).action).toMatchObject({ kind: 'append', expectedVersion: 1 })
  const { state, action } = take(after(passRead), appended)
  expect(action).toMatchObject({ kind: 'end_pass', outcome: { kind: 'published', version: 2 } })
  expect(state.runsSeen).toEqual({ version: 2, most: new Map([['Ann', 1]]) })
})

test.each<[string, readonly Input[], readonly Input[]]>([
  ['before a pass', [], [appended, conflict, failed]],
  ['after a pass', [passRead, appended], [appended, conflict, failed]],
])('an input out of turn %s changes nothing', (_when, inputs, outOfTurn) => {
  const state = after(...inputs)
  for (const input of outOfTurn) expect(take(state, input)).toEqual({ state, action: undefined })
})

test('the run counts keep an unchanged driver, and drop a removed one', () => {
  const seen = { version: 1, most: new Map([...'AB'].map((name) => [name, 3])) }
  const changes = { ...noChanges, destroy: ['A'] }
  const drivers = byName([{ driver_name: 'B', runs: ['40.1'] }])
  expect(countRuns(seen, { base: 1, version: 2, changes, drivers })).toEqual({ version: 2, most: new Map([['B', 3]]) })
})

test('the run counts are made from scratch after a version of another writer', () => {
  const seen = { version: 1, most: new Map([['A', 1]]) }
  const drivers = byName([
    { driver_name: 'A', runs: ['40.1', '40.2'] },
    { driver_name: 'B', runs: ['40.1'] },
  ])
  const most = new Map([
    ['A', 2],
    ['B', 1],
  ])
  expect(countRuns(seen, { base: 2, version: 3, changes: noChanges, drivers })).toEqual({ version: 3, most })
})
