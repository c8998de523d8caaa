import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver } from './driver.ts'
import { changedEntries, mostUnseen, nothingUnseen, withChanged, withSeen } from './unseen.ts'

const drivers = (...list: readonly Driver[]) => byName(list)
const joan = { driver_name: 'Joan', runs: ['40.0'] }
const ian = { driver_name: 'Ian', runs: ['41.0'] }

test('who says something else than before has changed, and who is new; who left or only came again has not', () => {
  expect(changedEntries(drivers(joan, ian), drivers({ ...joan, runs: ['40.0', '39.0'] }, ian))).toEqual(['Joan'])
  expect(changedEntries(drivers(joan), drivers(joan, ian))).toEqual(['Ian'])
  expect(changedEntries(drivers(joan, ian), drivers(ian))).toEqual([])
  expect(changedEntries(drivers(joan, ian), drivers({ ...joan }, { ...ian }))).toEqual([])
})

test('an entry is unseen from its change until it is seen, whatever happens to others', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd')))
  fc.assert(
    fc.property(steps, (list) => {
      const expected = new Map<string, boolean>()
      let unseen = nothingUnseen
      for (const [changed, name] of list) {
        unseen = changed ? withChanged(unseen, [name]) : withSeen(unseen, name)
        expected.set(name, changed)
      }
      for (const [name, is] of expected) expect(unseen.has(name)).toBe(is)
    }),
  )
})

test('no more are kept than a reader would look for, the latest ones', () => {
  const names = Array.from({ length: mostUnseen + 5 }, (_, index) => `${index}`)
  let unseen = withChanged(nothingUnseen, names.slice(0, mostUnseen))
  unseen = withChanged(unseen, ['0', ...names.slice(mostUnseen)])
  expect(unseen.size).toBe(mostUnseen)
  expect(unseen.has('0')).toBe(true)
  expect(unseen.has('1')).toBe(false)
  expect(unseen.has(`${mostUnseen + 4}`)).toBe(true)
})

test('what changes nothing gives back the same', () => {
  const unseen = withChanged(nothingUnseen, ['a'])
  expect(withChanged(unseen, [])).toBe(unseen)
  expect(withSeen(unseen, 'b')).toBe(unseen)
})
