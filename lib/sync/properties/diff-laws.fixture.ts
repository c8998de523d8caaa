import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyChanges, type Changes, diffDrivers, noChanges } from '../../list/diff.ts'
import { byName, type Drivers } from '../../record/driver.ts'
import { type Law, law } from './law.fixture.ts'
import { list, listAndAnyChanges, toldAnew, twoLists } from './lists.fixture.ts'
import { assertSameList, listText, textOf } from './same-list.fixture.ts'

/** What lib/list/diff.ts promises of two lists, and of changes whoever made them. */
export const diffLaws: readonly Law[] = [
  law(
    [],
    'applying the changes from one list to another makes the other',
    fc.property(twoLists, ([before, after]) => {
      assertSameList(applyChanges(before, diffDrivers(before, after)), after)
    }),
  ),
  law(
    [],
    'a diff says once what is new, changed and gone, and nothing else',
    fc.property(twoLists, ([before, after]) => {
      const { create, update, destroy } = diffDrivers(before, after)
      const missing = (drivers: Drivers, others: Drivers) => [...drivers.keys()].filter((name) => !others.has(name))
      assert.deepEqual([...create].sort(), missing(after, before).sort())
      assert.deepEqual([...destroy].sort(), missing(before, after).sort())
      const known = new Set([...before.values()].map(textOf))
      const news = new Set([...after.values()].filter((driver) => !known.has(textOf(driver))))
      assert.equal(update.length, news.size)
      for (const driver of update) assert.ok(news.has(driver), 'no change, or another object than the list has')
    }),
  ),
  law(
    [],
    'a diff is minimal: without any one of its records and removals it makes another list',
    fc.property(twoLists, ([before, after]) => {
      const changes = diffDrivers(before, after)
      const text = listText(after)
      for (const less of [...without(changes, 'update'), ...without(changes, 'destroy')]) {
        assert.notEqual(listText(applyChanges(before, { ...less, create: [] })), text)
      }
    }),
  ),
  law(
    [],
    'a list has no changes to itself, whatever the order of drivers and attributes',
    fc.property(list, (drivers) => {
      const anew = byName([...drivers.values()].reverse().map(toldAnew))
      assert.deepEqual(diffDrivers(drivers, anew), noChanges)
      assert.equal(applyChanges(drivers, diffDrivers(drivers, anew)), drivers)
    }),
  ),
  law(
    ['P7'],
    'any changes do what the rules say name by name: destroy, create, write',
    fc.property(listAndAnyChanges, ({ list, sequence }) => {
      for (const changes of sequence) assertSameList(applyChanges(list, changes), byTheRules(list, changes))
    }),
  ),
  law(
    ['P7'],
    'applying twice is applying once',
    fc.property(listAndAnyChanges, ({ list, sequence }) => {
      for (const changes of sequence) {
        const once = applyChanges(list, changes)
        assertSameList(applyChanges(once, changes), once)
      }
    }),
  ),
  law(
    [],
    'applying leaves the list before it as it is, and unchanged records the same objects',
    fc.property(twoLists, ([before, after]) => {
      const entries = [...before]
      const texts = entries.map(([, driver]) => textOf(driver))
      // As a squashed answer does: it tells some that were known already.
      const result = applyChanges(before, { ...diffDrivers(before, after), update: [...after.values()] })
      assert.equal(before.size, entries.length)
      for (const [at, [name, driver]] of [...before].entries()) {
        assert.ok(name === entries[at]?.[0] && driver === entries[at]?.[1])
        assert.equal(textOf(driver), texts[at])
        const now = result.get(name)
        if (now && textOf(now) === texts[at]) assert.ok(now === driver, 'the same record in another object')
      }
    }),
  ),
]

/** The changes without one of a kind each; of a crowd, only the first few. */
function without(changes: Changes, kind: 'update' | 'destroy'): Changes[] {
  return changes[kind].slice(0, 8).map((_, left) => ({ ...changes, [kind]: changes[kind].toSpliced(left, 1) }))
}

/** The rules once more, as simple as they can be said. */
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
