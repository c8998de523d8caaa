import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checksumOf, emptyChecksum } from '../../lib/list/checksum.ts'
import { applyChanges, type Changes, noChanges } from '../../lib/list/diff.ts'
import { byName } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { describeListeners } from './revision-log-listeners.contract.ts'
import { describeModel, driver } from './revision-log-model.contract.ts'
import { describePast } from './revision-log-past.contract.ts'
import { createSubject, type Implementation, names, write } from './revision-log-subject.contract.ts'

/** Changes that may contradict themselves: created but not updated, updated twice, destroyed and updated. */
const anyChanges: fc.Arbitrary<Changes> = fc.record({
  create: fc.array(fc.constantFrom(...names)),
  update: fc.array(driver),
  destroy: fc.array(fc.constantFrom(...names)),
})

/** What every revision log promises, whatever it is stored in. */
export function describeRevisionLog(name: string, implementation: Implementation): void {
  describe(name, () => {
    const subject = createSubject(implementation)
    beforeEach(subject.renew)
    afterEach(subject.stop)

    test('[P2] a new log has a version above Unix ms, and an empty list', () => {
      const before = subject.log.current()
      expect(before.version).toBeGreaterThan(Date.UTC(2024, 4, 4))
      expect(before.drivers.size).toBe(0)
      expect(before.event).toBeUndefined()
      expect(before.checksum).toBe(emptyChecksum)
      expect(before.log).not.toBe('')
    })

    test('[P1] [L1] an append makes the next version, and returns its revision and state', async () => {
      const before = subject.log.current()
      const draft = { at: 17, sourceAt: 16, changes: write({ driver_name: 'Ann' }), event: defaultEvent('Spring') }
      const result = await subject.log.append(before.version, draft)
      expect(result).toStrictEqual({
        kind: 'appended',
        revision: {
          log: before.log,
          version: before.version + 1,
          at: 17,
          sourceAt: 16,
          changes: { create: ['Ann'], update: [{ driver_name: 'Ann' }], destroy: [] },
          event: defaultEvent('Spring'),
          checksum: checksumOf(byName([{ driver_name: 'Ann' }])),
        },
        state: subject.log.current(),
      })
      const { state } = await subject.append(noChanges)
      expect(subject.log.current()).toStrictEqual({
        log: before.log,
        version: before.version + 2,
        at: state.at,
        sourceAt: undefined,
        drivers: byName([{ driver_name: 'Ann' }]),
        event: defaultEvent('Spring'),
        checksum: checksumOf(byName([{ driver_name: 'Ann' }])),
      })
    })

    test('[P1] [P10] revision, state and checksum agree after a draft with contradictory changes', async () => {
      await fc.assert(
        fc.asyncProperty(anyChanges, async (changes) => {
          const before = subject.log.current()
          const result = await subject.append(changes)
          if (result.kind !== 'appended') throw new Error('refused')
          expect(result.state.drivers).toEqual(applyChanges(before.drivers, changes))
          expect(applyChanges(before.drivers, result.revision.changes)).toEqual(result.state.drivers)
          expect(result.state.checksum).toBe(checksumOf(result.state.drivers))
        }),
        { numRuns: 50 },
      )
    })

    test('[L2] of concurrent appends at one version one succeeds; the others return the current state', async () => {
      const { version } = subject.log.current()
      const results = await Promise.all(names.map((driver_name) => subject.append(write({ driver_name }), version)))
      expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', ...names.slice(1).map(() => 'conflict')])
      expect(subject.log.current().version).toBe(version + 1)
      expect(subject.log.current().drivers.size).toBe(1)
      for (const { state } of results) expect(state).toStrictEqual(subject.log.current())
    })

    test('[L2] an append at a version that is not the newest changes nothing', async () => {
      const { version } = subject.log.current()
      await subject.append(write({ driver_name: 'Ann' }))
      const before = subject.log.current()
      for (const wrong of [0, version - 1, version, version + 2, version + 0.5, Number.NaN]) {
        expect(await subject.append(noChanges, wrong)).toStrictEqual({ kind: 'conflict', state: before })
      }
      expect(subject.log.current()).toBe(before)
    })

    test('[P9] [L4] since() gives squashed changes for a known position, and the state for any other', async () => {
      const start = subject.log.current()
      await subject.append(write({ driver_name: 'Ann', car: 'old' }))
      await subject.append(write({ driver_name: 'Ann', car: 'new' }, { driver_name: 'Bob' }))
      await subject.append({ create: [], update: [], destroy: ['Bob'] })
      const state = subject.log.current()
      const { log: mine, version } = state

      expect(await subject.log.since({ log: mine, version })).toEqual({ kind: 'nothing' })
      expect(await subject.log.since({ log: undefined, version })).toEqual({ kind: 'nothing' })
      expect(await subject.log.since({ log: mine, version: start.version })).toMatchObject({
        kind: 'changes',
        from: start.version,
        revision: { log: mine, version, at: state.at, checksum: state.checksum },
      })
      const whole = { kind: 'state', state }
      for (const other of [
        0,
        -1,
        1,
        start.version - 1,
        version + 1,
        version - 0.5,
        Number.MAX_SAFE_INTEGER,
        Number.NaN,
      ]) {
        expect(await subject.log.since({ log: mine, version: other })).toEqual(whole)
      }
      for (const known of [start.version, version - 1]) {
        expect(await subject.log.since({ log: undefined, version: known })).toEqual(whole)
        expect(await subject.log.since({ log: 'another', version: known })).toEqual(whole)
      }
      expect(await subject.log.since({ log: 'another', version })).toEqual(whole)
    })

    test('[P9] missed changes have the newest event when it changed since then, and none otherwise', async () => {
      const [spring, autumn] = [defaultEvent('Spring'), defaultEvent('Autumn')]
      const { log: mine, version } = subject.log.current()
      const rest = { at: 1, sourceAt: undefined, changes: noChanges }
      await subject.log.append(version, { ...rest, event: spring })
      await subject.log.append(version + 1, { ...rest, event: autumn })
      await subject.log.append(version + 2, { ...rest, event: undefined })
      const eventSince = async (from: number) => {
        const missed = await subject.log.since({ log: mine, version: from })
        return missed.kind === 'changes' ? missed.revision.event : missed.kind
      }
      expect(await eventSince(version)).toEqual(autumn)
      expect(await eventSince(version + 1)).toEqual(autumn)
      expect(await eventSince(version + 2)).toBeUndefined()
    })

    test('a closed log rejects appends with log_closed, keeps its last state, and may be closed again', async () => {
      await subject.append(write({ driver_name: 'Ann' }))
      const before = subject.log.current()
      await subject.log.close()
      await subject.log.close()
      await expect(subject.append(noChanges)).rejects.toMatchObject({ code: 'log_closed' })
      expect(subject.log.current()).toBe(before)
    })

    test('[P2] [P4] a reopened log has its last state, or a higher version when it is not durable', async () => {
      for (const driver_name of names) await subject.append(write({ driver_name, runs: [['1.000'], ['2.000+1']] }))
      const event = defaultEvent('Spring')
      await subject.log.append(subject.log.current().version, { at: 5.5, sourceAt: 4.25, changes: noChanges, event })
      const before = subject.log.current()
      await subject.reopen('close')
      if (subject.durable) {
        expect(subject.log.current()).toStrictEqual(before)
        expect(subject.warnings).toEqual([])
      } else {
        expect(subject.log.current().log).not.toBe(before.log)
        expect(subject.log.current().version).toBeGreaterThan(before.version)
      }
    })

    describeListeners(subject)
    describeModel(subject)
    describePast(subject)
  })
}
