import { beforeEach, expect, test } from 'vitest'
import type { Driver } from '../../lib/record/driver.ts'
import { beginLog } from './begin-log.ts'
import { emptyHistory } from './history.ts'
import { createLocalRevisionLog } from './local-revision-log.ts'
import type { RevisionLog } from './revision-log.ts'

const first = beginLog(0, [99])
let log: RevisionLog
/** What happened, in its order. */
let happened: string[]
let diskIsFull: boolean

beforeEach(() => {
  happened = []
  diskIsFull = false
  log = createLocalRevisionLog({
    state: first,
    history: emptyHistory,
    store({ version }) {
      happened.push(`stored ${version}, at ${log.current().version} till then`)
      if (diskIsFull) throw new Error('no room')
    },
    past: () => ({ start: first, revisions: [] }),
    close: () => {},
    warn: (message) => happened.push(message),
  })
  log.subscribe(({ version }) => happened.push(`heard ${version} at ${log.current().version}`))
})

function append(...update: Driver[]) {
  const changes = { create: [], update, destroy: [] }
  return log.append(log.current().version, { at: 1, sourceAt: undefined, changes, event: undefined })
}

test('[P3] a revision is stored, then it is the current one, and then it is heard of', async () => {
  await append({ driver_name: 'Ann' })
  expect(happened).toEqual(['stored 101, at 100 till then', 'heard 101 at 101'])
})

test('[P3] nobody hears of a revision that cannot be stored, whoever asks, and the next one takes its version', async () => {
  diskIsFull = true
  await expect(append({ driver_name: 'Nobody' })).rejects.toThrow('no room')
  expect(happened.filter((line) => line.startsWith('heard'))).toEqual([])
  expect(log.current()).toBe(first)
  diskIsFull = false
  await append({ driver_name: 'Ann' })
  expect(log.current()).toMatchObject({ version: 101, drivers: new Map([['Ann', { driver_name: 'Ann' }]]) })
  expect(await log.since({ log: first.log, version: 100 })).toMatchObject({
    kind: 'changes',
    revision: { version: 101, changes: { create: ['Ann'], update: [{ driver_name: 'Ann' }], destroy: [] } },
  })
})
