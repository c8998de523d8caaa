import { expect, test } from 'vitest'
import { byName, type Driver } from '../record/driver.ts'
import { applyChanges, diffDrivers, noChanges, squash } from './diff.ts'

// The properties of all lists and changes are in diff- and squash-properties.fixture.ts of lib/sync/properties.

const ann: Driver = { driver_name: 'Ann', car: 'Miata' }
const bob: Driver = { driver_name: 'Bob' }

test('a diff destroys the old name and creates the new one when a driver is renamed', () => {
  const { create, destroy } = diffDrivers(byName([ann]), byName([{ ...ann, driver_name: 'Anna' }]))
  expect([create, destroy]).toEqual([['Anna'], ['Ann']])
})

test('[P7] applying a destroy of an unknown name changes nothing', () => {
  const list = byName([ann, bob])
  for (const destroy of [['Cid'], ['__proto__'], ['constructor'], ['']]) {
    expect(applyChanges(list, { ...noChanges, destroy })).toEqual(list)
  }
})

test('[P7] an update of an unknown name creates its record, and a create of a known name changes nothing', () => {
  expect(applyChanges(byName([ann]), { ...noChanges, update: [bob] })).toEqual(byName([ann, bob]))
  expect(applyChanges(byName([ann]), { ...noChanges, create: ['Ann'] })).toEqual(byName([ann]))
  expect(applyChanges(byName([ann]), { ...noChanges, create: ['Bob'] })).toEqual(byName([ann, bob]))
})

test('applyChanges destroys first, then creates, then updates', () => {
  const changes = { create: ['Ann'], update: [bob], destroy: ['Ann', 'Bob'] }
  expect(applyChanges(byName([ann, { ...bob, car: 'old' }]), changes)).toEqual(byName([{ driver_name: 'Ann' }, bob]))
})

test('applying no changes returns the same list', () => {
  const list = byName([ann])
  expect(applyChanges(list, noChanges)).toBe(list)
})

test('[P5] a squashed set destroys an entry that is added and removed, because a list in between has it', () => {
  const added = diffDrivers(byName([ann]), byName([ann, bob]))
  const removed = diffDrivers(byName([ann, bob]), byName([ann]))
  expect(squash([added, removed])).toEqual({ ...noChanges, destroy: ['Bob'] })
})

test('squashing no sets gives no changes', () => {
  expect(squash([])).toEqual(noChanges)
})
