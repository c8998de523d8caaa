import { expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { stateAfter } from './next-revision.ts'
import type { Revision } from './revision-log.ts'
import { type Subject, write } from './revision-log-subject.contract.ts'

/** What every revision log promises of its past. */
export function describePast(subject: Subject): void {
  test('[L1] the past of a new log is its first state without revisions', async () => {
    const { start, revisions } = await subject.log.past()
    expect(start).toStrictEqual(subject.log.current())
    expect([...revisions]).toEqual([])
  })

  test('[L1] the past leads to the newest state by the announced revisions, and can be iterated twice', async () => {
    const announced: Revision[] = []
    subject.log.subscribe((revision) => announced.push(revision))
    await appendMany(subject, 450)
    const { start, revisions } = await subject.log.past()
    // A log may forget old revisions.
    const known = [...revisions]
    expect(known[0]?.version).toBe(start.version + 1)
    expect(known).toStrictEqual(announced.slice(-known.length))
    expect([...revisions].reduce(stateAfter, start)).toStrictEqual(subject.log.current())
  })

  test('[P4] a reopened log has the same past when it is durable, and a new one otherwise', async () => {
    await appendMany(subject, 5)
    const before = await subject.log.past()
    const revisions = [...before.revisions]
    await subject.reopen('close')
    const after = await subject.log.past()
    expect([...after.revisions]).toStrictEqual(subject.durable ? revisions : [])
    expect(after.start).toStrictEqual(subject.durable ? before.start : subject.log.current())
  })

  test('a closed log rejects past() with log_closed', async () => {
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
