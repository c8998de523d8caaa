import { expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import type { LogState, Revision } from './revision-log.ts'
import { names, type Subject, write } from './revision-log-subject.contract.ts'

/** What subscribers may rely on, also when one of them appends, throws, joins or leaves while it listens. */
export function describeListeners(subject: Subject): void {
  test('[P3] [L3] subscribers hear every revision in order, with its state, when it is the current one', async () => {
    const first = subject.log.current().version
    const heard: [Revision, LogState][] = []
    const stop = subject.log.subscribe((revision, state) => {
      expect(subject.log.current()).toBe(state)
      heard.push([revision, state])
    })
    const results = []
    for (const driver_name of names) results.push(await subject.append(write({ driver_name })))
    expect(heard.map(([revision]) => revision.version)).toEqual(names.map((_, index) => first + 1 + index))
    expect(heard).toEqual(results.map((result) => 'revision' in result && [result.revision, result.state]))
    stop()
    stop()
    await subject.append(noChanges)
    expect(heard).toHaveLength(names.length)
  })

  test('[L3] nobody hears of a conflict', async () => {
    const heard: number[] = []
    subject.log.subscribe(({ version }) => heard.push(version))
    await subject.append(noChanges, 1)
    expect(heard).toEqual([])
  })

  test('[L3] a listener that appends while it listens: all hear both, in order', async () => {
    const first = subject.log.current().version
    const heard: string[] = []
    let nested: Promise<unknown> | undefined
    subject.log.subscribe(({ version }) => {
      heard.push(`a${version - first}`)
      if (version === first + 1) nested = subject.append(noChanges)
      heard.push(`a${version - first} done`)
    })
    subject.log.subscribe(({ version }, state) => {
      expect(state.version).toBe(version)
      heard.push(`b${version - first}`)
    })
    await subject.append(noChanges)
    await expect(nested).resolves.toMatchObject({ kind: 'appended' })
    expect(heard).toEqual(['a1', 'a1 done', 'b1', 'a2', 'a2 done', 'b2'])
  })

  test('[L3] a listener that throws breaks neither the append nor the others, and is reported', async () => {
    const heard: number[] = []
    subject.log.subscribe(() => {
      throw new Error('a listener with a bug')
    })
    subject.log.subscribe(({ version }) => heard.push(version))
    const { version } = subject.log.current()
    expect((await subject.append(noChanges)).kind).toBe('appended')
    expect((await subject.append(noChanges)).kind).toBe('appended')
    expect(heard).toEqual([version + 1, version + 2])
    expect(subject.warnings.join()).toContain('a listener with a bug')
  })

  test('[L3] who joins or leaves while a revision is told hears what comes after, or nothing more', async () => {
    const first = subject.log.current().version
    const heard: string[] = []
    let joined = false
    subject.log.subscribe(({ version }) => {
      if (joined) return
      joined = true
      stopLeaving()
      subject.log.subscribe((revision) => heard.push(`joined ${revision.version - first}`))
      heard.push(`first ${version - first}`)
    })
    const stopLeaving = subject.log.subscribe(() => heard.push('left'))
    await subject.append(noChanges)
    await subject.append(noChanges)
    expect(heard).toEqual(['first 1', 'joined 2'])
  })

  test('one function that subscribes twice hears twice, and stops once at a time', async () => {
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
