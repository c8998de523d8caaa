import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, noChanges } from './diff.ts'
import { byName, type Drivers } from './driver.ts'
import { changedRecords, followChanges } from './driver-list.ts'
import { listAndAnyChanges } from './laws/lists.fixture.ts'

/** All that a map says of itself, in its order. */
function spelledOut(drivers: Drivers) {
  const each: [string, unknown][] = []
  drivers.forEach((driver, name) => {
    each.push([name, driver])
  })
  const { size } = drivers
  return { size, each, all: [...drivers], keys: [...drivers.keys()], values: [...drivers.values()] }
}

/** Nobody comes and nobody leaves, as at nearly every update. */
const sameNames = ['Ann', 'Bob', 'Cid', 'Dee']
const listAndRecords = fc.record({
  list: fc.constant(byName(sameNames.map((driver_name) => ({ driver_name })))),
  sequence: fc.array(
    fc
      .array(fc.record({ driver_name: fc.constantFrom(...sameNames), car: fc.constantFrom('GT86', 'Miata') }), {
        maxLength: 3,
      })
      .map((update) => ({ ...noChanges, update })),
    { maxLength: 6 },
  ),
})

test('[P7] followed change by change, a list is what applying makes of it, in the same order, and the one before stays', () => {
  fc.assert(
    fc.property(fc.oneof(listAndAnyChanges, listAndRecords), ({ list, sequence }) => {
      let [followed, applied]: [Drivers, Drivers] = [list, list]
      for (const changes of sequence) {
        const [before, said] = [followed, spelledOut(followed)]
        followed = followChanges(before, changes)
        applied = applyChanges(applied, changes)
        expect(spelledOut(followed)).toEqual(spelledOut(applied))
        expect(spelledOut(before)).toEqual(said)
        for (const name of [...applied.keys(), 'Nobody', '__proto__']) {
          expect(followed.has(name)).toBe(applied.has(name))
          expect(followed.get(name)).toEqual(applied.get(name))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('records that did not change are the same objects, and a list that did not is the same list', () => {
  const [ann, bob] = [{ driver_name: 'Ann' }, { driver_name: 'Bob', runs: ['40.0'] }]
  const list = followChanges(byName([ann, bob]), { ...noChanges, update: [{ driver_name: 'Ann', car: 'GT86' }] })
  expect(list.get('Bob')).toBe(bob)
  expect(followChanges(list, noChanges)).toBe(list)
  expect(followChanges(list, { ...noChanges, update: [{ ...bob }] })).toBe(list)
  const anew = byName([ann, bob])
  expect(followChanges(anew, { ...noChanges, update: [{ ...bob }] })).toBe(anew)
})

test('a list says which records it has instead of those of the one that it was made of, and of no other', () => {
  const [ann, bob] = [{ driver_name: 'Ann' }, { driver_name: 'Bob' }]
  const update = (car: string) => ({
    ...noChanges,
    update: [
      { driver_name: 'Ann', car: 'x' },
      { ...ann, car },
    ],
  })
  const first = followChanges(byName([ann, bob]), update('GT86'))
  const second = followChanges(first, update('Miata'))
  const third = followChanges(second, { ...noChanges, update: [{ ...bob }, { ...ann, car: 'Civic' }] })
  expect(changedRecords(first, second)).toEqual([{ driver_name: 'Ann', car: 'Miata' }])
  expect(changedRecords(second, third)).toEqual([{ driver_name: 'Ann', car: 'Civic' }])
  expect(changedRecords(second, third)?.[0]).toBe(third.get('Ann'))
  expect(changedRecords(first, third)).toBeUndefined()
  expect(changedRecords(second, first)).toBeUndefined()
  expect(changedRecords(undefined, first)).toBeUndefined()
  const withCid = followChanges(third, { ...noChanges, create: ['Cid'], update: [{ driver_name: 'Cid' }] })
  expect(changedRecords(third, withCid)).toBeUndefined()
})
