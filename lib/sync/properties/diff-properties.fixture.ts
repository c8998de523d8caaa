import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyChanges, type Changes, diffDrivers, effectOf, noChanges } from '../../list/diff.ts'
import { byName, type Drivers } from '../../record/driver.ts'
import { list, listAndAnyChanges, reorderedCopy, twoLists } from './lists.fixture.ts'
import { type Property, property } from './property.fixture.ts'
import { assertSameList, listText, textOf } from './same-list.fixture.ts'

/** The properties of lib/list/diff.ts for two lists, and for changes that no diff makes. */
export const diffProperties: readonly Property[] = [
  property(
    [],
    'applying the diff of two lists to the first gives the second',
    fc.property(twoLists, ([before, after]) => {
      assertSameList(applyChanges(before, diffDrivers(before, after)), after)
    }),
  ),
  property(
    [],
    'a diff names each added, changed and removed driver once, and no other',
    fc.property(twoLists, ([before, after]) => {
      const { create, update, destroy } = diffDrivers(before, after)
      const missing = (drivers: Drivers, others: Drivers) => [...drivers.keys()].filter((name) => !others.has(name))
      assert.deepEqual([...create].sort(), missing(after, before).sort())
      assert.deepEqual([...destroy].sort(), missing(before, after).sort())
      const known = new Set([...before.values()].map(textOf))
      const news = new Set([...after.values()].filter((driver) => !known.has(textOf(driver))))
      assert.equal(update.length, news.size)
      for (const driver of update) assert.ok(news.has(driver), 'an unchanged record, or not the object of the list')
    }),
  ),
  property(
    [],
    'a diff is minimal, so that without one update or destroy it gives a different list',
    fc.property(twoLists, ([before, after]) => {
      const changes = diffDrivers(before, after)
      const text = listText(after)
      for (const less of [...without(changes, 'update'), ...without(changes, 'destroy')]) {
        assert.notEqual(listText(applyChanges(before, { ...less, create: [] })), text)
      }
    }),
  ),
  property(
    [],
    'the diff of a list and its reordered copy is empty',
    fc.property(list, (drivers) => {
      const reordered = byName([...drivers.values()].reverse().map(reorderedCopy))
      assert.deepEqual(diffDrivers(drivers, reordered), noChanges)
      assert.equal(applyChanges(drivers, diffDrivers(drivers, reordered)), drivers)
    }),
  ),
  property(
    ['P7'],
    'applying any changes gives the same list as the rules applied one by one',
    fc.property(listAndAnyChanges, ({ list, sequence }) => {
      for (const changes of sequence) assertSameList(applyChanges(list, changes), byTheRules(list, changes))
    }),
  ),
  property(
    [],
    'the effect of any changes is the diff of the list and the list after them',
    fc.property(listAndAnyChanges, ({ list, sequence }) => {
      const inOrder = ({ create, update, destroy }: Changes) => {
        return [[...create].sort(), update.map(textOf).sort(), [...destroy].sort()]
      }
      for (const changes of sequence) {
        assert.deepEqual(inOrder(effectOf(list, changes)), inOrder(diffDrivers(list, applyChanges(list, changes))))
      }
    }),
  ),
  property(
    ['P7'],
    'applying changes twice gives the same list as applying them once',
    fc.property(listAndAnyChanges, ({ list, sequence }) => {
      for (const changes of sequence) {
        const once = applyChanges(list, changes)
        assertSameList(applyChanges(once, changes), once)
      }
    }),
  ),
  property(
    [],
    'applying changes leaves the old list as it is, and unchanged records the same objects',
    fc.property(twoLists, ([before, after]) => {
      const entries = [...before]
      const texts = entries.map(([, driver]) => textOf(driver))
      // Includes unchanged records, as a squashed set can.
      const result = applyChanges(before, { ...diffDrivers(before, after), update: [...after.values()] })
      assert.equal(before.size, entries.length)
      for (const [at, [name, driver]] of [...before].entries()) {
        assert.ok(name === entries[at]?.[0] && driver === entries[at]?.[1])
        assert.equal(textOf(driver), texts[at])
        const now = result.get(name)
        if (now && textOf(now) === texts[at]) assert.ok(now === driver, 'an unchanged record has a new identity')
      }
    }),
  ),
]

/** The changes without one item of a kind, for each of the first eight items. */
function without(changes: Changes, kind: 'update' | 'destroy'): Changes[] {
  return changes[kind].slice(0, 8).map((_, left) => ({ ...changes, [kind]: changes[kind].toSpliced(left, 1) }))
}

/** A second, simpler version of the rules. */
function byTheRules(list: Drivers, { create, update, destroy }: Changes): Drivers {
  let drivers = [...list.values()]
  for (const name of destroy) drivers = drivers.filter(({ driver_name }) => driver_name !== name)
  for (const name of create) {
    if (drivers.every(({ driver_name }) => driver_name !== name)) drivers.push({ driver_name: name })
  }
  for (const driver of update) {
    drivers = [...drivers.filter(({ driver_name }) => driver_name !== driver.driver_name), driver]
  }
  return byName(drivers)
}
