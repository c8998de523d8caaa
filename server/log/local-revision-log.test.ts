import { beforeEach, expect, test } from 'vitest'
import type { Driver } from '../../lib/record/driver.ts'
import { beginLog } from './begin-log.ts'
import { emptyHistory } from './history.ts'
import { createLocalRevisionLog } from './local-revision-log.ts'
import type { RevisionLog } from './revision-log.ts'

const first = beginLog(0, [99])
let log: RevisionLog
/** Stored revisions, notifications and warnings, in order. */
let happened: string[]
let diskIsFull: boolean

beforeEach(() => {
  happened = []
  diskIsFull = false
  log = createLocalRevisionLog({
    state: first,
    history: emptyHistory,
    store({ version }) {
      happened.push(`${version} is stored while ${log.current().version} is current`)
      if (diskIsFull) throw new Error('no room')
    },
    past: () => ({ start: first, revisions: [] }),
    close: () => {},
    warn: (message) => happened.push(message),
  })
  log.subscribe(({ version }) => happened.push(`${version} is announced while ${log.current().version} is current`))
})

function append(...update: Driver[]) {
  const changes = { create: [], update, destroy: [] }
  return log.append(log.current().version, { at: 1, sourceAt: undefined, changes, event: undefined })
}

test('[P3] a revision is stored, then becomes current, and then is announced', async () => {
  await append({ driver_name: 'Ann' })
  expect(happened).toEqual(['101 is stored while 100 is current', '101 is announced while 101 is current'])
})

test('[P3] a revision that cannot be stored is neither announced nor current; the next takes its version', async () => {
  diskIsFull = true
  await expect(append({ driver_name: 'Nobody' })).rejects.toThrow('no room')
  expect(happened.filter((line) => line.includes('announced'))).toEqual([])
  expect(log.current()).toBe(first)
  diskIsFull = false
  await append({ driver_name: 'Ann' })
  expect(log.current()).toMatchObject({ version: 101, drivers: new Map([['Ann', { driver_name: 'Ann' }]]) })
  expect(await log.since({ log: first.log, version: 100 })).toMatchObject({
    kind: 'changes',
    revision: { version: 101, changes: { create: ['Ann'], update: [{ driver_name: 'Ann' }], destroy: [] } },
  })
})
