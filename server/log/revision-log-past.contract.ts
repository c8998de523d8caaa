import { expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { stateAfter } from './next-revision.ts'
import type { Revision } from './revision-log.ts'
import { type Subject, write } from './revision-log-subject.contract.ts'

/** What every revision log promises about how its newest state came about. */
export function describePast(subject: Subject): void {
  test('[L1] a new log has no past but its beginning', async () => {
    const { start, revisions } = await subject.log.past()
    expect(start).toStrictEqual(subject.log.current())
    expect([...revisions]).toEqual([])
  })

  test('[L1] the past leads to the newest state, by revisions as they were told, however often one goes through it', async () => {
    const told: Revision[] = []
    subject.log.subscribe((revision) => told.push(revision))
    await appendMany(subject, 450)
    const { start, revisions } = await subject.log.past()
    // A log may forget what is old.
    const known = [...revisions]
    expect(known[0]?.version).toBe(start.version + 1)
    expect(known).toStrictEqual(told.slice(-known.length))
    expect([...revisions].reduce(stateAfter, start)).toStrictEqual(subject.log.current())
  })

  test('[P4] opened again, a log that is durable has the same past; the other begins', async () => {
    await appendMany(subject, 5)
    const before = await subject.log.past()
    const revisions = [...before.revisions]
    await subject.reopen('close')
    const after = await subject.log.past()
    expect([...after.revisions]).toStrictEqual(subject.durable ? revisions : [])
    expect(after.start).toStrictEqual(subject.durable ? before.start : subject.log.current())
  })

  test('a closed log tells no past', async () => {
    await subject.log.close()
    await expect(subject.log.past()).rejects.toMatchObject({ code: 'log_closed' })
  })
}

async function appendMany(subject: Subject, count: number): Promise<void> {
  for (let run = 1; run <= count; run += 1) {
    await subject.append(write({ driver_name: `Driver ${run % 3}`, runs: [`${40 + (run % 7)}.${run % 10}`] }))
  }
  const { version } = subject.log.current()
  const event = defaultEvent('Spring')
  await subject.log.append(version, { at: 7, sourceAt: 6, changes: noChanges, event })
}
