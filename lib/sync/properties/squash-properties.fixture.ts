import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyChanges, type Changes, diffDrivers, squash } from '../../list/diff.ts'
import type { Driver } from '../../record/driver.ts'
import { histories, listAndAnyChanges, pick, stepsOf, twoLists } from './lists.fixture.ts'
import { type Property, property } from './property.fixture.ts'
import { assertSameList, textOf } from './same-list.fixture.ts'

const history = histories(1, 8)
const noDriver: Driver = { driver_name: '' }

/** The properties of `squash` in lib/list/diff.ts. */
export const squashProperties: readonly Property[] = [
  property(
    ['P5', 'P9'],
    'a squashed set leads from the first list, and each in between, to the newest',
    fc.property(history, (lists) => {
      const squashed = squash(stepsOf(lists))
      for (const list of lists) assertSameList(applyChanges(list, squashed), lists.at(-1))
    }),
  ),
  property(
    ['P9'],
    'a squashed set changes any list as its sets do in sequence',
    fc.property(listAndAnyChanges, ({ list, sequence: any }) => {
      const sequence = any.map(withRecords)
      const all = sequence.reduce(applyChanges, list)
      assertSameList(applyChanges(list, squash(sequence)), all)
      assertSameList(applyChanges(all, squash(sequence)), all)
    }),
  ),
  property(
    ['P9'],
    'squashing squashed sets has the effect of squashing all sets',
    fc.property(history, fc.nat(8), fc.nat(8), (lists, one, other) => {
      const steps = stepsOf(lists)
      const [first, second] = [Math.min(one, other), Math.max(one, other)]
      const parts = [steps.slice(0, first), steps.slice(first, second), steps.slice(second)].map(squash)
      for (const list of lists) assertSameList(applyChanges(list, squash(parts)), lists.at(-1))
    }),
  ),
  property(
    [],
    'a squashed set creates and destroys only what it must, and names no driver twice',
    fc.property(history, (lists) => {
      const { create, update, destroy } = squash(stepsOf(lists))
      const [first, last] = [pick(lists, 0), pick(lists, lists.length - 1)]
      const written = new Set(update.map(({ driver_name }) => driver_name))
      for (const name of create) assert.ok(written.has(name) && !first.has(name), 'a create without need')
      for (const name of destroy)
        assert.ok(!written.has(name) && !last.has(name), 'a destroy of a driver in the newest list')
      for (const name of destroy) assert.ok(lists.some((list) => list.has(name)))
      for (const driver of update) assert.equal(textOf(driver), textOf(last.get(driver.driver_name) ?? noDriver))
      for (const names of [create, destroy]) assert.equal(new Set(names).size, names.length)
      assert.equal(written.size, update.length)
    }),
  ),
  property(
    [],
    'squashing one set gives an equal set',
    fc.property(twoLists, ([before, after]) => {
      const changes = diffDrivers(before, after)
      assert.deepEqual(squash([changes]), changes)
    }),
  ),
]

/** The changes as in a message, where each created name has a record in `update`. */
function withRecords({ create, update, destroy }: Changes): Changes {
  const written = new Set(update.map(({ driver_name }) => driver_name))
  return { create: create.filter((name) => written.has(name)), update, destroy }
}
