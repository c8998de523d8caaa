import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, type Changes, diffDrivers, isUnchanged, noChanges, squash } from './diff.ts'
import { byName, type Driver, type Drivers } from './driver.ts'

const name = fc.constantFrom('Ann', 'Bob', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '🏁 Zoë', '\ud800')
const driver: fc.Arbitrary<Driver> = fc.record(
  {
    driver_name: name,
    car: fc.constantFrom('', 'Miata', 'S2000'),
    runs: fc.array(fc.constantFrom('40.516', 'DNF'), { maxLength: 2 }),
  },
  { requiredKeys: ['driver_name'], noNullPrototype: true },
)
const drivers: fc.Arbitrary<Drivers> = fc.array(driver, { maxLength: 8 }).map(byName)
const history = fc.array(drivers, { minLength: 1, maxLength: 8 })
/** Changes as no diff makes them: nothing is promised but that they can be taken, and taken again. */
const anyChanges: fc.Arbitrary<Changes> = fc.record({
  create: fc.array(name),
  update: fc.array(driver),
  destroy: fc.array(name),
})

const ann: Driver = { driver_name: 'Ann', car: 'Miata' }
const bob: Driver = { driver_name: 'Bob' }

test('applying the changes from one list to another makes the other', () => {
  fc.assert(
    fc.property(drivers, drivers, (before, after) => {
      expect(applyChanges(before, diffDrivers(before, after))).toEqual(after)
    }),
  )
})

test('a list has no changes to itself, whatever the order of drivers and attributes', () => {
  const reversed = (one: Driver): Driver => ({ driver_name: '', ...Object.fromEntries(Object.entries(one).reverse()) })
  fc.assert(
    fc.property(drivers, (list) => {
      const shuffled = byName([...list.values()].reverse().map(reversed))
      expect(isUnchanged(diffDrivers(list, shuffled))).toBe(true)
      expect(diffDrivers(list, shuffled)).toEqual(noChanges)
    }),
  )
})

test('a diff names every change once: new ones in create and update, changed ones in update, gone ones in destroy', () => {
  fc.assert(
    fc.property(drivers, drivers, (before, after) => {
      const { create, update, destroy } = diffDrivers(before, after)
      const written = update.map(({ driver_name }) => driver_name)
      expect(create.every((one) => after.has(one) && !before.has(one) && written.includes(one))).toBe(true)
      expect(destroy.every((one) => before.has(one) && !after.has(one))).toBe(true)
      expect(update.every((one) => after.get(one.driver_name) === one)).toBe(true)
      for (const names of [create, written, destroy]) expect(new Set(names).size).toBe(names.length)
    }),
  )
})

test('a renamed driver is destroyed and created', () => {
  const { create, destroy } = diffDrivers(byName([ann]), byName([{ ...ann, driver_name: 'Anna' }]))
  expect([create, destroy]).toEqual([['Anna'], ['Ann']])
})

test('[P7] applying any changes twice is applying them once', () => {
  fc.assert(
    fc.property(drivers, anyChanges, (list, changes) => {
      const once = applyChanges(list, changes)
      expect(applyChanges(once, changes)).toEqual(once)
    }),
  )
})

test('[P7] destroying an unknown driver does nothing, least of all to another one', () => {
  const list = byName([ann, bob])
  for (const destroy of [['Cid'], ['__proto__'], ['constructor'], ['']]) {
    expect(applyChanges(list, { ...noChanges, destroy })).toEqual(list)
  }
})

test('[P7] writing an unknown driver creates it, and creating one that is known leaves it', () => {
  expect(applyChanges(byName([ann]), { ...noChanges, update: [bob] })).toEqual(byName([ann, bob]))
  expect(applyChanges(byName([ann]), { ...noChanges, create: ['Ann'] })).toEqual(byName([ann]))
  expect(applyChanges(byName([ann]), { ...noChanges, create: ['Bob'] })).toEqual(byName([ann, bob]))
})

test('changes are taken in order: destroy, then create, then write', () => {
  const changes = { create: ['Ann'], update: [bob], destroy: ['Ann', 'Bob'] }
  expect(applyChanges(byName([ann, { ...bob, car: 'old' }]), changes)).toEqual(byName([{ driver_name: 'Ann' }, bob]))
})

test('applying leaves the list before it as it is, and keeps the identity of every record that did not change', () => {
  fc.assert(
    fc.property(drivers, drivers, (before, after) => {
      const copy = new Map(before)
      const result = applyChanges(before, { ...diffDrivers(before, after), update: [...after.values()] })
      expect([...before]).toEqual([...copy])
      const changed = new Set(diffDrivers(before, after).update.map(({ driver_name }) => driver_name))
      for (const [key, record] of result) {
        if (!changed.has(key)) expect(record).toBe(before.get(key))
      }
    }),
  )
})

test('applying no changes gives the same list back', () => {
  const list = byName([ann])
  expect(applyChanges(list, noChanges)).toBe(list)
})

test('[P5] [P9] one squashed set does what all do, from the list before them and from every list in between', () => {
  fc.assert(
    fc.property(history, (lists) => {
      const newest = lists.at(-1)
      const squashed = squash(stepsOf(lists))
      for (const list of lists) expect(applyChanges(list, squashed)).toEqual(newest)
    }),
    { numRuns: 500 },
  )
})

test('[P9] squashing squashed sets is squashing them all', () => {
  fc.assert(
    fc.property(history, fc.nat(8), (lists, cut) => {
      const steps = stepsOf(lists)
      const halves = [squash(steps.slice(0, cut)), squash(steps.slice(cut))]
      for (const list of lists) expect(applyChanges(list, squash(halves))).toEqual(lists.at(-1))
    }),
  )
})

test('a squashed set creates and destroys only what it must, and names nobody in two ways', () => {
  fc.assert(
    fc.property(history, (lists) => {
      const { create, update, destroy } = squash(stepsOf(lists))
      const written = new Set(update.map((one) => one.driver_name))
      for (const one of create) expect(lists[0]?.has(one)).toBe(false)
      for (const one of create) expect(written.has(one)).toBe(true)
      for (const one of destroy) expect(lists.some((list) => list.has(one))).toBe(true)
      for (const one of destroy) expect(written.has(one) || lists.at(-1)?.has(one)).toBe(false)
      for (const names of [create, destroy]) expect(new Set(names).size).toBe(names.length)
    }),
  )
})

test('squashing nothing is nothing, and squashing one set is that set', () => {
  expect(squash([])).toEqual(noChanges)
  fc.assert(
    fc.property(drivers, drivers, (before, after) => {
      expect(squash([diffDrivers(before, after)])).toEqual(diffDrivers(before, after))
    }),
  )
})

function stepsOf(lists: readonly Drivers[]): Changes[] {
  return lists.slice(1).map((list, index) => diffDrivers(lists[index] ?? list, list))
}
