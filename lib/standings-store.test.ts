import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, type Changes, diffDrivers, noChanges } from './diff.ts'
import { byName, type Driver } from './driver.ts'
import { type Event, eventSchema } from './event.ts'
import { createLiveStore, type LiveStore } from './live-store.ts'
import { emptyReplica, type Replica } from './replica.ts'
import { standingsOf } from './standings/create-standings.ts'
import { createStandingsStore } from './standings-store.ts'
import { unnamedEvent } from './unnamed-event.ts'

const event = eventSchema.parse({ title: 'Test' })
const ann: Driver = { driver_name: 'Ann', class: 'SS', runs: ['40.000'] }
const bo: Driver = { driver_name: 'Bo', class: 'SS', runs: ['41.000'] }
const cy: Driver = { driver_name: 'Cy', class: 'AS', runs: ['42.000'] }
const first: Replica = { ...emptyReplica, log: 'log', version: 1, event, drivers: byName([ann, bo, cy]) }

const withCy = (time: string): Replica => ({ ...first, drivers: byName([ann, bo, { ...cy, runs: [time] }]) })

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
    show({ drivers: applyChanges(replica.drivers, { ...noChanges, ...changes }) })
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

test('of who left the last is known, also when another log comes: an order that is held may still show them', () => {
  const { store, change, show } = setUp()
  change({ destroy: ['Cy'] })
  show({ log: 'another', version: 1, drivers: byName([ann]) })
  expect(store.standingOf('Bo')?.driver).toEqual(bo)
  expect(store.standingOf('Cy')?.driver).toEqual(cy)
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

test('the list is followed while anybody listens, and what changed meanwhile is no news to who comes', () => {
  let followers = 0
  const inner = createLiveStore({ replica: first })
  const list: LiveStore = {
    ...inner,
    subscribe(listener) {
      followers += 1
      const stop = inner.subscribe(listener)
      return () => {
        followers -= 1
        stop()
      }
    },
  }
  const store = createStandingsStore(list)
  expect(followers).toBe(0)
  const stops = [store.subscribe(() => {}), store.subscribeTo('Ann', () => {}), store.subscribeTo('Bo', () => {})]
  expect(followers).toBe(1)
  for (const stop of stops) stop()
  expect(followers).toBe(0)
  list.set({ replica: withCy('41.500') })
  expect(store.standingOf('Cy')?.total).toBe(41_500)
  const heard: string[] = []
  store.subscribeTo('Cy', () => heard.push('Cy'))
  list.set({ connection: 'live' })
  expect(heard).toEqual([])
  list.set({ replica: withCy('41.400') })
  expect(heard).toEqual(['Cy'])
})

test('what cannot be worked out is thrown to who asks for it, and tells the page to ask; the next list is told as ever', () => {
  const { list, store, heard } = setUp()
  const damaged: Replica = {
    ...first,
    get drivers(): Replica['drivers'] {
      throw new Error('cannot be worked out')
    },
  }
  list.set({ replica: damaged })
  expect(heard.splice(0)).toEqual(['page'])
  expect(() => store.get()).toThrow('cannot be worked out')
  expect(() => store.get()).toThrow('cannot be worked out')
  list.set({ replica: withCy('41.500') })
  expect(heard).toEqual(['page', 'Cy'])
  expect(store.standingOf('Cy')?.total).toBe(41_500)
})

test('who stops listening is told nothing more, and nobody else is silenced, however often they stop', () => {
  const list = createLiveStore({ replica: first })
  const store = createStandingsStore(list)
  const heard: string[] = []
  const show = (time: string) => list.set({ replica: withCy(time) })
  const stopPage = store.subscribe(() => heard.push('page'))
  const stopOne = store.subscribeTo('Cy', () => heard.push('one'))
  stopPage()
  stopOne()
  const stopOther = store.subscribeTo('Cy', () => heard.push('other'))
  stopOne()
  store.subscribeTo('Cy', () => heard.push('another'))()
  show('41.500')
  expect(heard.splice(0)).toEqual(['other'])
  const stopLast = store.subscribe(() => heard.push('page'))
  stopOther()
  show('41.600')
  expect(heard.splice(0)).toEqual(['page'])
  stopLast()
  show('41.700')
  expect(heard).toEqual([])
})

const time = fc.constantFrom('40.000', '40.000+1', '41.000', 'DNF')
const record = fc.record({
  driver_name: fc.constantFrom('Ann', 'Bo', 'Cy', 'Di', 'Eve'),
  class: fc.constantFrom('SS', 'AS'),
  runs: fc.array(time, { maxLength: 2 }),
})
const indexed = eventSchema.parse({ title: 'Test', classes: [{ code: 'AS', index: 0.8 }] })
const next = fc.record({
  written: fc.array(record, { maxLength: 2 }),
  gone: fc.array(fc.constantFrom('Ann', 'Bo', 'Cy', 'Di', 'Eve'), { maxLength: 2 }),
  event: fc.constantFrom(event, event, event, indexed, undefined),
  /** The list is sent as a whole. */
  anew: fc.boolean(),
  /** Somebody asks between the list and the telling. */
  isAsked: fc.boolean(),
})

test('law: after every list all is as if worked out anew, and everybody is told of their own change, once', () => {
  fc.assert(
    fc.property(fc.array(next, { maxLength: 12 }), (steps) => {
      const list = createLiveStore({ replica: first })
      let isAsked = false
      const store = createStandingsStore(list)
      list.subscribe(() => void (isAsked && store.get()))
      const names = ['Ann', 'Bo', 'Cy', 'Di', 'Eve']
      const heard: string[] = []
      for (const name of names) store.subscribeTo(name, () => heard.push(name))
      let replica = first
      for (const step of steps) {
        isAsked = step.isAsked
        const before = new Map(names.map((name) => [name, store.get().standings.by_name.get(name)]))
        const records = new Map([...replica.drivers, ...byName(step.written)])
        for (const name of step.gone) records.delete(name)
        const changes = diffDrivers(replica.drivers, records)
        const drivers = step.anew ? records : applyChanges(replica.drivers, changes)
        replica = { ...replica, version: replica.version + 1, event: step.event, drivers }
        list.set({ replica })
        const fresh = standingsOf(records.values(), step.event ?? unnamedEvent)
        for (const list of ['classes', 'pax', 'raw'] as const) {
          expect(store.get().standings[list]).toEqual(fresh[list])
        }
        const now = new Map(names.map((name) => [name, store.get().standings.by_name.get(name)]))
        expect(heard.splice(0).toSorted()).toEqual(names.filter((name) => before.get(name) !== now.get(name)))
        for (const name of names) {
          if (now.has(name) && now.get(name)) expect(store.standingOf(name)).toBe(now.get(name))
          else if (before.get(name)) expect(store.standingOf(name)).toBe(before.get(name))
        }
      }
    }),
  )
})
