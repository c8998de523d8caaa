import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../lib/list/diff.ts'
import { runsByCourse } from '../../lib/record/driver.ts'
import { repetitions } from '../../testing/repetitions.ts'
import { pipelineAt } from './pass-report.ts'
import { step } from './publish.ts'
import { files, happenings } from './publish-days.fixture.ts'
import { driversOf, foreignChanges, type PassTrace, settings, type World, worldAfter } from './publish-world.fixture.ts'

const { guardTime, settleTime, manyDrivers, manyShare } = settings
const runs = { numRuns: repetitions({ unit: 300, full: 1000 }) }

/** The reasons to hold a list that is still held after a pass over unusable files. */
const sudden = ['all_lost', 'many_lost', 'many_emptied']

/** Checks every pass of random days. */
function everyPass(check: (pass: PassTrace, earlier: readonly PassTrace[], world: World) => void): void {
  const property = fc.property(happenings, (all) => {
    const world = worldAfter(all)
    for (const [index, pass] of world.passes.entries()) check(pass, world.passes.slice(0, index), world)
  })
  fc.assert(property, runs)
}

const lostBy = ({ before, files: found }: PassTrace) =>
  found.kind === 'list' ? [...before.drivers.keys()].filter((name) => !(name in found.runs)) : undefined

/** How long a loss must last by the rules of ADR 0002, ms. */
function usualTime(shown: number, lost: number, found: number): number {
  if (found === 0) return Number.POSITIVE_INFINITY
  if (lost === shown || (lost > manyDrivers && lost > shown * manyShare)) return guardTime
  return settleTime
}

/** Since when all passes before this one had the same loss, ms. */
function lossSince(pass: PassTrace, earlier: readonly PassTrace[], isSudden: boolean): number {
  let since = pass.elapsed
  for (const one of earlier.toReversed()) {
    if (one.outcome.kind === 'rejected' && isSudden) continue
    if (one.outcome.kind !== 'held' || String(lostBy(one)) !== String(lostBy(pass))) break
    since = one.elapsed
  }
  return since
}

describe('publishing on random days', () => {
  test('removes no driver before its loss has lasted long enough, unless a person released the list', () => {
    everyPass((pass, earlier) => {
      const lost = lostBy(pass) ?? []
      if (pass.outcome.kind !== 'published' || lost.length === 0) return
      if (String(pass.released?.lost) === String(lost)) return
      const found = pass.files.kind === 'list' ? Object.keys(pass.files.runs).length : 0
      const wait = usualTime(pass.before.drivers.size, lost.length, found)
      const lasted = pass.elapsed - lossSince(pass, earlier, wait !== settleTime)
      expect(lasted).toBeGreaterThanOrEqual(wait)
    })
  })

  test('takes the last run of many drivers at once only after the guard time or a release', () => {
    everyPass((pass, earlier) => {
      if (pass.files.kind !== 'list' || pass.outcome.kind !== 'published' || pass.released) return
      const { runs: found } = pass.files
      const ran = (name: string) =>
        runsByCourse(pass.before.drivers.get(name) ?? { driver_name: name }).flat().length > 0
      const emptied = Object.keys(found).filter((name) => found[name] === 0 && ran(name))
      if (emptied.length <= manyDrivers || emptied.length <= pass.before.drivers.size * manyShare) return
      expect(pass.elapsed - lossSince(pass, earlier, true)).toBeGreaterThanOrEqual(guardTime)
    })
  })

  test('publishes a list whose file newly ends in the middle of a line only after the guard time or a release', () => {
    everyPass((pass, earlier) => {
      if (pass.files.kind !== 'list' || !pass.files.unterminated || pass.outcome.kind !== 'published') return
      const { create, update, destroy } = pass.outcome.changes
      if (create.length + update.length + destroy.length === 0 || pass.before.drivers.size === 0) return
      const wasShown = earlier.some((one) => {
        return one.files.kind === 'list' && one.files.unterminated && one.outcome.kind !== 'held'
      })
      if (wasShown || pass.released) return
      const since = lossSince(pass, earlier, true)
      expect(pass.elapsed - since).toBeGreaterThanOrEqual(guardTime)
    })
  })

  test('changes no driver in a held or rejected pass, and keeps what another writer changed meanwhile', () => {
    everyPass(({ outcome, before, after, log }) => {
      if (outcome.kind !== 'held' && outcome.kind !== 'rejected') return
      const hasConflict = log === 'conflicts' && after.version !== before.version
      const expected = hasConflict ? applyChanges(before.drivers, foreignChanges) : before.drivers
      deepEqual(after.drivers, expected)
    })
  })

  test('publishes exactly the list of the files, also after a conflict with another writer', () => {
    everyPass(({ outcome, after, files: found }) => {
      if (found.kind !== 'list' || (outcome.kind !== 'published' && outcome.kind !== 'unchanged')) return
      deepEqual(new Map([...after.drivers].sort()), new Map([...driversOf(found)].sort()))
    })
  })

  test('publishes the event also when its list is held or rejected', () => {
    everyPass(({ files: found, log, after }) => {
      if (found.kind !== 'bug' && log !== 'fails') expect(after.event?.title).toBe(found.title)
    })
  })

  test('[P4] publishes nothing in a second pass over the same files', () => {
    const property = fc.property(happenings, files, (all, found) => {
      const again = { kind: 'pass', files: found, log: 'appends' } as const
      const world = worldAfter([...all, again, again])
      const [first, second] = world.passes.slice(-2)
      expect(second?.after).toBe(first?.after)
      if (first?.outcome.kind !== 'held') expect(second?.outcome.kind).toBe('unchanged')
    })
    fc.assert(property, runs)
  })

  test('holds a list for its usual time at most, also when the clock is set back', () => {
    const setBack = fc.integer({ min: 0, max: 1e8 })
    const property = fc.property(happenings, files, setBack, (all, found, milliseconds) => {
      const again = { kind: 'pass', files: { ...found, age: 3_600_000 }, log: 'appends' } as const
      const world = worldAfter([...all, again])
      const { held } = world.state().pipeline
      if (!held || held.reason === 'all_lost') return
      world.happen({ kind: 'set_back', milliseconds })
      world.happen(again)
      const wait = held.reason === 'some_lost' ? settleTime : guardTime
      expect(world.passes.at(-1)?.nextPass ?? 0).toBeLessThanOrEqual(wait)
      world.happen({ kind: 'time', milliseconds: wait })
      world.happen(again)
      expect(world.passes.at(-1)?.outcome.kind).toBe('published')
    })
    fc.assert(property, runs)
  })

  test('publishes a released list in the next pass that reads it', () => {
    const property = fc.property(happenings, files, (all, found) => {
      const again = { kind: 'pass', files: found, log: 'appends' } as const
      const world = worldAfter([...all, again])
      if (!world.state().pipeline.held) return
      world.happen({ kind: 'release', held: true })
      world.happen({ kind: 'pass', files: { kind: 'unusable', title: 'Spring' }, log: 'appends' })
      world.happen(again)
      expect(world.passes.at(-1)?.outcome.kind).toBe('published')
    })
    fc.assert(property, runs)
  })

  test('a sudden loss stays held in a pass that is rejected, any other hold ends', () => {
    everyPass(({ outcome, pipeline }, earlier) => {
      const held = earlier.at(-1)?.pipeline.held
      if (outcome.kind === 'held') expect(pipeline.held).toBe(outcome.hold)
      else if (outcome.kind !== 'rejected') expect(pipeline.held).toBeUndefined()
      else expect(pipeline.held).toBe(sudden.includes(held?.reason ?? '') ? held : undefined)
    })
  })

  test('keeps the largest number of runs that was published of each present driver', () => {
    const property = fc.property(happenings, (all) => {
      let most = new Map<string, number>()
      for (const { outcome, mostRuns, after } of worldAfter(all).passes) {
        if (outcome.kind === 'published' || outcome.kind === 'unchanged') {
          const count = (name: string) => runsByCourse(after.drivers.get(name) ?? { driver_name: name }).flat().length
          const counted = [...after.drivers.keys()].map(
            (name) => [name, Math.max(count(name), most.get(name) ?? 0)] as const,
          )
          most = new Map(counted)
        }
        if (mostRuns) deepEqual(new Map([...mostRuns].sort()), new Map([...most].sort()))
      }
    })
    fc.assert(property, runs)
  })

  test('is stalled exactly when a problem with the list shows, or a doubtful list is held', () => {
    everyPass(({ outcome, pipeline: { held, problems, stalled_since: stalledSince } }) => {
      const isDoubtful = [...sudden, 'maybe_half_written'].includes(held?.reason ?? '')
      const isShown = outcome.kind === 'rejected' && problems.length > 0
      expect(stalledSince !== undefined).toBe(isDoubtful || isShown)
    })
  })

  test('reports no time in the future, also after the clock was set back', () => {
    const property = fc.property(happenings, (all) => {
      const world = worldAfter(all)
      const moments = [...world.passes, { pipeline: world.state().pipeline, at: world.now() }]
      for (const { pipeline, at } of moments) {
        const { source_at, last_pass, held, stalled_since } = pipelineAt(pipeline, at)
        for (const time of [source_at, last_pass?.at, held?.since, stalled_since]) {
          expect(time ?? at).toBeLessThanOrEqual(at)
        }
      }
    })
    fc.assert(property, runs)
  })
})

test('a step of publishing depends on plain data only, and does not change it', () => {
  const property = fc.property(happenings, (all) => {
    for (const { state, input, next } of worldAfter(all).steps) {
      deepEqual(step(structuredClone(state), structuredClone(input), settings), next)
    }
  })
  fc.assert(property, { numRuns: repetitions({ unit: 60, full: 200 }) })
})
