import { expect, test } from 'vitest'
import { type Changes, noChanges } from './diff.ts'
import { byName, type Driver } from './driver.ts'
import { followChanges } from './driver-list.ts'
import { type Event, eventSchema } from './event.ts'
import { createLiveStore } from './live-store.ts'
import { emptyReplica, type Replica } from './replica.ts'
import { createStandingsStore } from './standings-store.ts'

const event = eventSchema.parse({ title: 'Test' })
const ann: Driver = { driver_name: 'Ann', class: 'SS', runs: ['40.000'] }
const bo: Driver = { driver_name: 'Bo', class: 'SS', runs: ['41.000'] }
const cy: Driver = { driver_name: 'Cy', class: 'AS', runs: ['42.000'] }
const first: Replica = { ...emptyReplica, log: 'log', version: 1, event, drivers: byName([ann, bo, cy]) }

function setUp() {
  const list = createLiveStore({ replica: first })
  const store = createStandingsStore(list)
  const heard: string[] = []
  store.subscribe(() => heard.push('page'))
  for (const name of ['Ann', 'Bo', 'Cy', 'Di']) store.subscribeTo(name, () => heard.push(name))
  let replica = first
  const show = (change: Partial<Replica>) => {
    replica = { ...replica, version: replica.version + 1, ...change }
    list.set({ replica })
    return heard.splice(0)
  }
  const change = (changes: Partial<Changes>) =>
    show({ drivers: followChanges(replica.drivers, { ...noChanges, ...changes }) })
  return { list, store, heard, show, change }
}

test('the standings are those of the newest list', () => {
  const { store, change } = setUp()
  expect(store.get().standings.raw.map(({ driver }) => driver.driver_name)).toEqual(['Ann', 'Bo', 'Cy'])
  change({ update: [{ ...bo, runs: ['41.000', '39.000'] }] })
  const { live, standings } = store.get()
  expect(live.replica.version).toBe(2)
  expect(standings.raw.map(({ driver }) => driver.driver_name)).toEqual(['Bo', 'Ann', 'Cy'])
  expect(store.standingOf('Bo')).toBe(standings.by_name.get('Bo'))
})

test('told are the page, and the rows that say something else', () => {
  const { change } = setUp()
  expect(change({ update: [{ ...cy, runs: ['42.000', '43.000'] }] })).toEqual(['page', 'Cy'])
  // Who is passed says another place.
  expect(change({ update: [{ ...bo, runs: ['41.000', '39.000'] }] }).toSorted()).toEqual(['Ann', 'Bo', 'page'])
  expect(change({ create: ['Di'], update: [{ driver_name: 'Di', class: 'BS', runs: ['50.000'] }] })).toEqual([
    'page',
    'Di',
  ])
})

test('what changes no entry is told to the page alone, which has the same standings', () => {
  const { list, store, heard } = setUp()
  const { standings } = store.get()
  list.set({ connection: 'live' })
  expect(heard).toEqual(['page'])
  expect(store.get().live.connection).toBe('live')
  expect(store.get().standings).toBe(standings)
})

test('rows are told of an update that somebody else asked for first', () => {
  const list = createLiveStore({ replica: first })
  list.subscribe(() => void store.get())
  const store = createStandingsStore(list)
  const heard: string[] = []
  store.subscribeTo('Cy', () => heard.push('Cy'))
  list.set({ replica: { ...first, version: 2, drivers: byName([ann, bo, { ...cy, runs: ['41.500'] }]) } })
  expect(heard).toEqual(['Cy'])
})

test('of who left the list the last is known, until they are back', () => {
  const { store, change } = setUp()
  change({ update: [{ ...cy, runs: ['42.000', '41.500'] }] })
  expect(change({ destroy: ['Cy'] })).toContain('Cy')
  expect(store.get().standings.by_name.has('Cy')).toBe(false)
  expect(store.standingOf('Cy')?.driver.runs).toEqual(['42.000', '41.500'])
  change({ create: ['Cy'], update: [{ ...cy, runs: ['44.000'] }] })
  expect(store.standingOf('Cy')?.driver.runs).toEqual(['44.000'])
  expect(store.standingOf('Zoe')).toBeUndefined()
})

test('with another log only those are known who left by it', () => {
  const { store, change, show } = setUp()
  change({ destroy: ['Cy'] })
  show({ log: 'another', version: 1, drivers: byName([ann]) })
  expect(store.standingOf('Bo')?.driver).toEqual(bo)
  expect(store.standingOf('Cy')).toBeUndefined()
})

test('another event ranks the list anew', () => {
  const { store, show } = setUp()
  const classes = [{ code: 'AS', index: 0.8 }]
  const indexed: Event = eventSchema.parse({ title: 'Test', classes })
  expect(store.standingOf('Cy')?.indexed).toBeUndefined()
  expect(show({ event: indexed })).toContain('Cy')
  expect(store.standingOf('Cy')?.indexed).toBeDefined()
  expect(store.get().standings.event).toBe(indexed)
  show({ event: undefined })
  expect(store.get().standings.event.title).not.toBe('Test')
})

test('who stops listening is told nothing more', () => {
  const list = createLiveStore({ replica: first })
  const store = createStandingsStore(list)
  const heard: string[] = []
  const stops = [store.subscribe(() => heard.push('page')), store.subscribeTo('Cy', () => heard.push('one'))]
  const stopOther = store.subscribeTo('Cy', () => heard.push('other'))
  for (const stop of stops) stop()
  const show = (time: string) =>
    list.set({ replica: { ...first, drivers: byName([ann, bo, { ...cy, runs: [time] }]) } })
  show('41.500')
  expect(heard.splice(0)).toEqual(['other'])
  stopOther()
  show('41.600')
  expect(heard).toEqual([])
})
