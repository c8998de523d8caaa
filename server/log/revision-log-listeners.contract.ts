import { expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import type { LogState, Revision } from './revision-log.ts'
import { names, type Subject, write } from './revision-log-subject.contract.ts'

/** What listeners may rely on, also when one appends, throws, subscribes or unsubscribes while it is notified. */
export function describeListeners(subject: Subject): void {
  test('[P3] [L3] a listener gets every revision in order, with its state, when that is the current one', async () => {
    const first = subject.log.current().version
    const notifications: [Revision, LogState][] = []
    const stop = subject.log.subscribe((revision, state) => {
      expect(subject.log.current()).toBe(state)
      notifications.push([revision, state])
    })
    const results = []
    for (const driver_name of names) results.push(await subject.append(write({ driver_name })))
    expect(notifications.map(([revision]) => revision.version)).toEqual(names.map((_, index) => first + 1 + index))
    expect(notifications).toEqual(results.map((result) => 'revision' in result && [result.revision, result.state]))
    stop()
    stop()
    await subject.append(noChanges)
    expect(notifications).toHaveLength(names.length)
  })

  test('[L3] a conflict notifies no listener', async () => {
    const received: number[] = []
    subject.log.subscribe(({ version }) => received.push(version))
    await subject.append(noChanges, 1)
    expect(received).toEqual([])
  })

  test('[L3] every listener gets both revisions in order when a listener appends while it is notified', async () => {
    const first = subject.log.current().version
    const received: string[] = []
    let nested: Promise<unknown> | undefined
    subject.log.subscribe(({ version }) => {
      received.push(`a${version - first}`)
      if (version === first + 1) nested = subject.append(noChanges)
      received.push(`a${version - first} done`)
    })
    subject.log.subscribe(({ version }, state) => {
      expect(state.version).toBe(version)
      received.push(`b${version - first}`)
    })
    await subject.append(noChanges)
    await expect(nested).resolves.toMatchObject({ kind: 'appended' })
    expect(received).toEqual(['a1', 'a1 done', 'b1', 'a2', 'a2 done', 'b2'])
  })

  test('[L3] a listener that throws is reported, and neither the append nor other listeners fail', async () => {
    const received: number[] = []
    subject.log.subscribe(() => {
      throw new Error('a listener with a bug')
    })
    subject.log.subscribe(({ version }) => received.push(version))
    const { version } = subject.log.current()
    expect((await subject.append(noChanges)).kind).toBe('appended')
    expect((await subject.append(noChanges)).kind).toBe('appended')
    expect(received).toEqual([version + 1, version + 2])
    expect(subject.warnings.join()).toContain('a listener with a bug')
  })

  test('[L3] listeners that are added or removed during a notification get the next revisions, or none', async () => {
    const first = subject.log.current().version
    const received: string[] = []
    let isAdded = false
    subject.log.subscribe(({ version }) => {
      if (isAdded) return
      isAdded = true
      removeListener()
      subject.log.subscribe((revision) => received.push(`added ${revision.version - first}`))
      received.push(`first ${version - first}`)
    })
    const removeListener = subject.log.subscribe(() => received.push('removed'))
    await subject.append(noChanges)
    await subject.append(noChanges)
    expect(received).toEqual(['first 1', 'added 2'])
  })

  test('a function that is subscribed twice is called twice, and each stop ends one subscription', async () => {
    let count = 0
    const listener = () => {
      count += 1
    }
    const stop = subject.log.subscribe(listener)
    subject.log.subscribe(listener)
    await subject.append(noChanges)
    expect(count).toBe(2)
    stop()
    await subject.append(noChanges)
    expect(count).toBe(3)
  })
}
