import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver } from '../driver.ts'
import { eventSchema } from '../event.ts'
import { changedBetween } from '../standings/changed-between.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { followLists } from '../standings/follow-lists.ts'
import { changedRecords, mostUnread, nothingUnread, withChanged, withSeen } from './unread.ts'

const event = eventSchema.parse({ title: 'Test' })
const entered = (...list: readonly Driver[]) => standingsOf(list, event)
const changedEntries = (...[before, after]: Parameters<typeof changedBetween>) =>
  changedRecords(changedBetween(before, after))
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

test('an entry is unread from its change until it is seen, whatever happens to others', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd')))
  fc.assert(
    fc.property(steps, (list) => {
      const expected = new Map<string, boolean>()
      let unread = nothingUnread
      for (const [changed, name] of list) {
        unread = changed ? withChanged(unread, [name]) : withSeen(unread, name)
        expected.set(name, changed)
      }
      for (const [name, is] of expected) expect(unread.has(name)).toBe(is)
    }),
  )
})

test('no more are kept than a reader would look for, the latest ones', () => {
  const names = Array.from({ length: mostUnread + 5 }, (_, index) => `${index}`)
  let unread = withChanged(nothingUnread, names.slice(0, mostUnread))
  unread = withChanged(unread, ['0', ...names.slice(mostUnread)])
  expect(unread.size).toBe(mostUnread)
  expect(unread.has('0')).toBe(true)
  expect(unread.has('1')).toBe(false)
  expect(unread.has(`${mostUnread + 4}`)).toBe(true)
})

test('what changes nothing gives back the same', () => {
  const unread = withChanged(nothingUnread, ['a'])
  expect(withChanged(unread, [])).toBe(unread)
  expect(withSeen(unread, 'b')).toBe(unread)
})
