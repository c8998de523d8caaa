import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver } from './driver.ts'
import { eventSchema } from './event.ts'
import { standingsOf } from './standings/create-standings.ts'
import { followLists } from './standings/follow-lists.ts'
import { changedEntries, mostUnseen, nothingUnseen, withChanged, withSeen } from './unseen.ts'

const event = eventSchema.parse({ title: 'Test' })
const entered = (...list: readonly Driver[]) => standingsOf(list, event)
const joan = { driver_name: 'Joan', runs: ['40.0'] }
const ian = { driver_name: 'Ian', runs: ['41.0'] }

test('who says something else than before has changed, and who is new; who left or only came again has not', () => {
  expect(changedEntries(entered(joan, ian), entered({ ...joan, runs: ['40.0', '39.0'] }, ian))).toEqual(['Joan'])
  expect(changedEntries(entered(joan), entered(joan, ian))).toEqual(['Ian'])
  expect(changedEntries(entered(joan, ian), entered(ian))).toEqual([])
  expect(changedEntries(entered(joan, ian), entered({ ...joan }, { ...ian }))).toEqual([])
})

test('who is passed has not changed', () => {
  const standingsAfter = followLists()
  const before = standingsAfter(byName([joan, ian]), event)
  const after = standingsAfter(byName([joan, { ...ian, runs: ['41.0', '39.0'] }]), event)
  expect(after.by_name.get('Joan')).not.toBe(before.by_name.get('Joan'))
  expect(changedEntries(before, after)).toEqual(['Ian'])
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
