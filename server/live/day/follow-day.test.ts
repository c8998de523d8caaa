import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mostNews } from '../../../lib/day/news.ts'
import { diffDrivers } from '../../../lib/list/diff.ts'
import { byName, type Driver } from '../../../lib/record/driver.ts'
import { type Event, eventSchema } from '../../../lib/record/event.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import type { RevisionLog } from '../../log/revision-log.ts'
import { openSqliteRevisionLog } from '../../log/sqlite/sqlite-revision-log.ts'
import { temporaryFolder } from '../../log/sqlite/sqlite-storage.fixture.ts'
import { followLog } from './follow-day.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))
const [ann, bob]: [Driver, Driver] = [{ driver_name: 'Ann' }, { driver_name: 'Bob' }]

async function publish(log: RevisionLog, drivers: readonly Driver[], event?: Event): Promise<number> {
  const { version, drivers: before } = log.current()
  const changes = diffDrivers(before, byName(drivers))
  await log.append(version, { at: version, sourceAt: undefined, changes, event })
  await settled()
  return version + 1
}

test('followLog collects the news, newest first, and the changes of each later list until it is stopped', async () => {
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  const day = await followLog(log)
  await publish(log, [ann, bob])
  await publish(log, [{ ...ann, runs: ['40.000'] }, bob])
  const both = [
    { ...ann, runs: ['40.000'] },
    { ...bob, runs: ['39.000'] },
  ]
  const version = await publish(log, both)
  expect(day.news().map(({ driver_name, text }) => [driver_name, text])).toEqual([
    ['Bob', '39.000'],
    ['Ann', '40.000'],
  ])
  expect(day.news()[0]).toMatchObject({ version, at: log.current().at, after: { position: { place: 1 } } })
  expect(day.changes().map(({ driver_name }) => driver_name)).toEqual(['Ann', 'Bob'])
  expect(day.state()).toBe(log.current())
  day.stop()
  await publish(log, [bob])
  expect(day.news()).toHaveLength(2)
  expect(day.changes()).toHaveLength(2)
})

test('[P4] followLog gives the same news and changes after a restart, and none when a new day begins', async () => {
  const folder = temporaryFolder()
  const open = () => openSqliteRevisionLog({ folder, now: Date.now, warn: () => {} })
  let log = await open()
  let day = await followLog(log)
  const restart = async () => {
    const before = [day.news(), day.changes()]
    await log.close()
    log = await open()
    day = await followLog(log)
    expect([day.news(), day.changes()]).toEqual(before)
  }
  const event = eventSchema.parse({ title: 'Spring', date: '4 May' })
  await publish(log, [ann, bob], event)
  let runs: string[] = []
  // More runs than the news hold, with changes in between that concern no run.
  for (let run = 0; run < mostNews / 2; run += 1) {
    runs = [...runs, `${60 - run / 10}`]
    await publish(log, [{ ...ann, runs }, bob])
    await publish(log, [{ ...ann, runs, car: `${run}` }, bob])
    await publish(log, [
      { ...ann, runs, car: `${run}` },
      { ...bob, runs },
    ])
    if (run % 25 === 24) await restart()
  }
  await publish(log, [
    { ...ann, runs: ['61'] },
    { ...bob, runs },
  ])
  await restart()
  expect(day.news()).toHaveLength(mostNews)
  expect(day.news()[0]).toMatchObject({ driver_name: 'Ann', kind: 'correction' })
  expect(day.changes().length).toBeGreaterThan(mostNews)

  await publish(log, [{ ...bob, runs: ['50'] }], eventSchema.parse({ title: 'Autumn', date: '9 September' }))
  await restart()
  expect([day.news(), day.changes()]).toEqual([[], []])
  await publish(log, [{ ...bob, runs: ['50', '49'] }])
  await restart()
  expect(day.news()).toHaveLength(1)
  await log.close()
  rmSync(folder, { recursive: true, force: true })
})

test('followLog does not miss a revision that is appended while it reads the past', async () => {
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  await publish(log, [ann])
  const following = followLog({
    ...log,
    async past() {
      const past = await log.past()
      const revisions = [...past.revisions]
      await publish(log, [{ ...ann, runs: ['40.000'] }])
      return { start: past.start, revisions }
    },
  })
  const day = await following
  expect(day.changes().map(({ text }) => text)).toEqual(['40.000'])
  expect(day.news().map(({ text }) => text)).toEqual(['40.000'])
})
