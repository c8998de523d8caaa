import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyChanges, type Changes, diffDrivers, squash } from '../../list/diff.ts'
import type { Driver } from '../../record/driver.ts'
import { type Law, law } from './law.fixture.ts'
import { histories, listAndAnyChanges, pick, stepsOf, twoLists } from './lists.fixture.ts'
import { assertSameList, textOf } from './same-list.fixture.ts'

const history = histories(1, 8)
const noDriver: Driver = { driver_name: '' }

/** What lib/list/diff.ts promises of several sets of changes that become one. */
export const squashLaws: readonly Law[] = [
  law(
    ['P5', 'P9'],
    'a squashed set leads to the newest list from before it and from in between',
    fc.property(history, (lists) => {
      const squashed = squash(stepsOf(lists))
      for (const list of lists) assertSameList(applyChanges(list, squashed), lists.at(-1))
    }),
  ),
  law(
    ['P9'],
    'a squashed set does to any list what its sets do one after the other',
    fc.property(listAndAnyChanges, ({ list, sequence: any }) => {
      const sequence = any.map(withRecords)
      const all = sequence.reduce(applyChanges, list)
      assertSameList(applyChanges(list, squash(sequence)), all)
      assertSameList(applyChanges(all, squash(sequence)), all)
    }),
  ),
  law(
    ['P9'],
    'squashing squashed sets is squashing them all',
    fc.property(history, fc.nat(8), fc.nat(8), (lists, one, other) => {
      const steps = stepsOf(lists)
      const [first, second] = [Math.min(one, other), Math.max(one, other)]
      const parts = [steps.slice(0, first), steps.slice(first, second), steps.slice(second)].map(squash)
      for (const list of lists) assertSameList(applyChanges(list, squash(parts)), lists.at(-1))
    }),
  ),
  law(
    [],
    'a squashed set creates and destroys only what it must, and names nobody twice',
    fc.property(history, (lists) => {
      const { create, update, destroy } = squash(stepsOf(lists))
      const [first, last] = [pick(lists, 0), pick(lists, lists.length - 1)]
      const written = new Set(update.map(({ driver_name }) => driver_name))
      for (const name of create) assert.ok(written.has(name) && !first.has(name), 'created without need')
      for (const name of destroy) assert.ok(!written.has(name) && !last.has(name), 'destroyed and there')
      for (const name of destroy) assert.ok(lists.some((list) => list.has(name)))
      for (const driver of update) assert.equal(textOf(driver), textOf(last.get(driver.driver_name) ?? noDriver))
      for (const names of [create, destroy]) assert.equal(new Set(names).size, names.length)
      assert.equal(written.size, update.length)
    }),
  ),
  law(
    [],
    'squashing one set is that set',
    fc.property(twoLists, ([before, after]) => {
      const changes = diffDrivers(before, after)
      assert.deepEqual(squash([changes]), changes)
    }),
  ),
]

/** The same changes as a message promises them: whoever is created has a record in `update`. */
function withRecords({ create, update, destroy }: Changes): Changes {
  const written = new Set(update.map(({ driver_name }) => driver_name))
  return { create: create.filter((name) => written.has(name)), update, destroy }
}
