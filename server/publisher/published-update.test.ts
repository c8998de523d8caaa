import { expect, test } from 'vitest'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import { updateSince } from './published-update.ts'

const ann = { driver_name: 'Ann' }
const bob = { driver_name: 'Bob' }
const most = new Map([['Ann', 1]])

async function logOf(...lists: readonly (typeof ann)[][]) {
  const log = await openMemoryRevisionLog({ now: () => 1, warn: () => {} })
  for (const update of lists) {
    const changes = { create: update.map((driver) => driver.driver_name), update, destroy: [] }
    await log.append(log.current().version, { at: 1, sourceAt: undefined, changes, event: undefined })
  }
  return log
}

test('a new process is told the whole list and all run counts', async () => {
  const log = await logOf([ann], [bob])
  const { version } = log.current()
  const whole = { create: ['Ann', 'Bob'], update: [ann, bob], destroy: [] }
  expect(await updateSince(undefined, log, most)).toEqual({
    update: { from: undefined, version, changes: whole, event: undefined, mostRuns: [['Ann', 1]] },
    told: { version, mostRuns: most },
  })
})

test('a process that was told is told only what changed since', async () => {
  const log = await logOf([ann], [bob])
  const { version } = log.current()
  const counts = new Map([['Bob', 2]])
  const { update } = await updateSince({ version: version - 1, mostRuns: most }, log, counts)
  const changes = { create: ['Bob'], update: [bob], destroy: [] }
  const mostRuns = [
    ['Ann', undefined],
    ['Bob', 2],
  ]
  expect(update).toEqual({ from: version - 1, version, changes, event: undefined, mostRuns })
  const { update: nothing } = await updateSince({ version, mostRuns: counts }, log, counts)
  expect(nothing).toMatchObject({ from: version, changes: { create: [], update: [], destroy: [] }, mostRuns: [] })
})

test('a process that was told of a version that the log has forgotten is told the whole list', async () => {
  const log = await logOf([ann], [bob])
  const { update } = await updateSince({ version: log.current().version - 7, mostRuns: most }, log, most)
  expect(update).toMatchObject({ from: undefined, changes: { update: [ann, bob] }, mostRuns: [['Ann', 1]] })
})
