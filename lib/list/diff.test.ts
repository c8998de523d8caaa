import { expect, test } from 'vitest'
import { byName, type Driver } from '../record/driver.ts'
import { applyChanges, diffDrivers, noChanges, squash } from './diff.ts'

// What is true of all lists and changes is in laws/diff-laws.fixture.ts and laws/squash-laws.fixture.ts.

const ann: Driver = { driver_name: 'Ann', car: 'Miata' }
const bob: Driver = { driver_name: 'Bob' }

test('a renamed driver is destroyed and created', () => {
  const { create, destroy } = diffDrivers(byName([ann]), byName([{ ...ann, driver_name: 'Anna' }]))
  expect([create, destroy]).toEqual([['Anna'], ['Ann']])
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

test('applying no changes gives the same list back', () => {
  const list = byName([ann])
  expect(applyChanges(list, noChanges)).toBe(list)
})

test('[P5] who came and went is destroyed by a squashed set, since a list in between holds it', () => {
  const came = diffDrivers(byName([ann]), byName([ann, bob]))
  const went = diffDrivers(byName([ann, bob]), byName([ann]))
  expect(squash([came, went])).toEqual({ ...noChanges, destroy: ['Bob'] })
})

test('squashing nothing is nothing', () => {
  expect(squash([])).toEqual(noChanges)
})
