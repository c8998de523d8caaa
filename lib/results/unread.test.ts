import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noChanges } from '../list/diff.ts'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { changedBetween } from '../standings/changed-between.ts'
import { createStandings, standingsOf } from '../standings/create-standings.ts'
import { changedRecords, mostUnread, nothingUnread, withChanged, withSeen } from './unread.ts'

const event = eventSchema.parse({ title: 'Test' })
const standingsWith = (...list: readonly Driver[]) => standingsOf(list, event)
const changedEntries = (...[before, after]: Parameters<typeof changedBetween>) =>
  changedRecords(changedBetween(before, after))
const joan = { driver_name: 'Joan', runs: ['40.0'] }
const ian = { driver_name: 'Ian', runs: ['41.0'] }

test('changed records include added ones, but neither removed ones nor equal copies', () => {
  expect(changedEntries(standingsWith(joan, ian), standingsWith({ ...joan, runs: ['40.0', '39.0'] }, ian))).toEqual([
    'Joan',
  ])
  expect(changedEntries(standingsWith(joan), standingsWith(joan, ian))).toEqual(['Ian'])
  expect(changedEntries(standingsWith(joan, ian), standingsWith(ian))).toEqual([])
  expect(changedEntries(standingsWith(joan, ian), standingsWith({ ...joan }, { ...ian }))).toEqual([])
})

test('an overtaken entry has no changed record', () => {
  const builder = createStandings(event)
  builder.apply({ ...noChanges, update: [joan, ian] })
  const { changed } = builder.apply({ ...noChanges, update: [{ ...ian, runs: ['41.0', '39.0'] }] })
  expect(changed.map(({ after }) => after?.driver.driver_name).toSorted()).toEqual(['Ian', 'Joan'])
  expect(changedRecords(changed)).toEqual(['Ian'])
})

test('an entry is unread from its change until it is seen, whatever changes in other entries', () => {
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

test('only the latest entries stay unread when there are more than the limit', () => {
  const names = Array.from({ length: mostUnread + 5 }, (_, index) => `${index}`)
  let unread = withChanged(nothingUnread, names.slice(0, mostUnread))
  unread = withChanged(unread, ['0', ...names.slice(mostUnread)])
  expect(unread.size).toBe(mostUnread)
  expect(unread.has('0')).toBe(true)
  expect(unread.has('1')).toBe(false)
  expect(unread.has(`${mostUnread + 4}`)).toBe(true)
})

test('unread entries are the same object when nothing changes', () => {
  const unread = withChanged(nothingUnread, ['a'])
  expect(withChanged(unread, [])).toBe(unread)
  expect(withSeen(unread, 'b')).toBe(unread)
})
