import { expect, test } from 'vitest'
import { freshFor } from '../day/progress.ts'
import { applyChanges, type Changes, noChanges } from '../list/diff.ts'
import { createLiveStore, type LiveStore } from '../live/live-store.ts'
import { byName, type Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'
import { createResultsStore } from './results-store.ts'

const event = eventSchema.parse({ title: 'Test' })
const ann: Driver = { driver_name: 'Ann', class: 'SS', runs: ['40.000'] }
const bo: Driver = { driver_name: 'Bo', class: 'SS', runs: ['41.000'] }
const cy: Driver = { driver_name: 'Cy', class: 'AS', runs: ['42.000'] }
const first: Replica = { ...emptyReplica, log: 'log', version: 1, event, drivers: byName([ann, bo, cy]) }
const start = { news: [], now: 0 }

const withCy = (time: string): Replica => ({ ...first, drivers: byName([ann, bo, { ...cy, runs: [time] }]) })

/** A store with a listener for the page and for each of four names; `show` and `change` return what they notified. */
function setUp() {
  const list = createLiveStore({ replica: first })
  const store = createResultsStore(list, start)
  const heard: string[] = []
  store.subscribe(() => heard.push('page'))
  for (const name of ['Ann', 'Bo', 'Cy', 'Di']) store.subscribeTo(name, () => heard.push(name))
  let replica = first
  const show = (change: Partial<Replica>, carried?: Changes) => {
    replica = { ...replica, version: replica.version + 1, at: 1000, ...change }
    list.set({ replica }, carried)
    return heard.splice(0)
  }
  const change = (changes: Partial<Changes>) => {
    const carried = { ...noChanges, ...changes }
    return show({ drivers: applyChanges(replica.drivers, carried) }, carried)
  }
  return { list, store, heard, show, change, standingOf: (name: string) => store.entry(name).standing }
}

test('standings and entries are those of the newest list', () => {
  const { store, change, standingOf } = setUp()
  expect(store.get().standings.raw.map(({ driver }) => driver.driver_name)).toEqual(['Ann', 'Bo', 'Cy'])
  change({ update: [{ ...bo, runs: ['41.000', '39.000'] }] })
  const { live, standings } = store.get()
  expect(live.replica.version).toBe(2)
  expect(standings.raw.map(({ driver }) => driver.driver_name)).toEqual(['Bo', 'Ann', 'Cy'])
  expect(standingOf('Bo')).toBe(standings.by_name.get('Bo'))
})

test('a change notifies the page first, then the rows whose entry changed, once each', () => {
  const { change } = setUp()
  expect(change({ update: [{ ...cy, runs: ['42.000', '43.000'] }] })).toEqual(['page', 'Cy'])
  // The overtaken entry has a new position.
  expect(change({ update: [{ ...bo, runs: ['41.000', '39.000'] }] }).toSorted()).toEqual(['Ann', 'Bo', 'page'])
  const di = { driver_name: 'Di', class: 'BS', runs: ['50.000'] }
  expect(change({ create: ['Di'], update: [di] })).toEqual(['page', 'Di'])
})

test('a change of the connection alone notifies the page only, and the standings stay the same object', () => {
  const { list, store, heard } = setUp()
  const { standings, news } = store.get()
  const entry = store.entry('Ann')
  list.set({ connection: 'live' })
  expect(heard).toEqual(['page'])
  expect(store.get()).toEqual({ live: list.get(), standings, news })
  expect(store.get().standings).toBe(standings)
  expect(store.entry('Ann')).toBe(entry)
})

test('a whole list of equal records and an equal event, in new objects, notifies the page only', () => {
  const { store, show } = setUp()
  const [{ standings }, entry] = [store.get(), store.entry('Cy')]
  expect(show(structuredClone({ event, drivers: first.drivers }))).toEqual(['page'])
  expect(store.get().standings).toBe(standings)
  expect(store.entry('Cy')).toBe(entry)
})

test('after one change, news, highlights and the unread mark are as new as the standings', () => {
  const { store, change } = setUp()
  change({ update: [{ ...bo, runs: ['41.000', '39.000'] }] })
  expect(store.get().news).toMatchObject([{ driver_name: 'Bo', kind: 'run', text: '39.000', version: 2, at: 1000 }])
  const { highlights, unread } = store.entry('Bo')
  expect(highlights.runs).toEqual([{ course: 0, run: 1, marks: ['fastest', 'best_in_class'], corrected: undefined }])
  expect(highlights.progress).toEqual({ positions: 1, better: 2000, first: false })
  expect(unread).toBe(true)
  expect(store.entry('Ann')).toMatchObject({ highlights: { runs: [] }, unread: false })
})

test('a corrected run has a correction with the text before', () => {
  const { store, change } = setUp()
  change({ update: [{ ...cy, runs: ['42.000+1'] }] })
  expect(store.entry('Cy').highlights.runs).toMatchObject([{ corrected: { before: '42.000', at: 1000 } }])
})

test('the progress of a run ends when it is no longer new, and only its row is notified', () => {
  const { store, heard, change } = setUp()
  change({ update: [{ ...bo, runs: ['41.000', '40.500'] }] })
  const { standing, highlights } = store.entry('Bo')
  store.tick(1000 + freshFor - 1)
  expect(heard).toEqual([])
  expect(store.entry('Bo').highlights).toBe(highlights)
  store.tick(1000 + freshFor)
  expect(heard).toEqual(['Bo'])
  expect(store.entry('Bo')).toMatchObject({ standing, highlights: { progress: undefined } })
})

test('an unread entry is read once it was in sight, and only its row is notified, once', () => {
  const { store, heard, change } = setUp()
  change({ update: [{ ...cy, runs: ['41.000'] }] })
  store.seen('Cy')
  store.seen('Cy')
  expect(heard).toEqual(['Cy'])
  expect(store.entry('Cy').unread).toBe(false)
})

test('a list of another log makes no entry unread, and leaves unread entries unread', () => {
  const { store, change, show } = setUp()
  change({ update: [{ ...cy, runs: ['41.000'] }] })
  show({ log: 'other', drivers: byName([{ ...ann, runs: ['39.000'] }, bo, cy]) })
  expect(['Ann', 'Bo', 'Cy'].filter((name) => store.entry(name).unread)).toEqual(['Cy'])
})

test('news are empty after another day begins', () => {
  const { store, change, show } = setUp()
  change({ update: [{ ...cy, runs: ['41.000'] }] })
  show({ event: { ...event, title: 'Another' } })
  expect(store.get().news).toEqual([])
})

test('rows are notified of a change even when an earlier listener of the list has asked for the results', () => {
  const list = createLiveStore({ replica: first })
  list.subscribe(() => void store.get())
  const store = createResultsStore(list, start)
  const heard: string[] = []
  store.subscribeTo('Cy', () => heard.push('Cy'))
  list.set({ replica: { ...withCy('41.500'), version: 2 } })
  expect(heard).toEqual(['Cy'])
})

test('a row is notified of the last of two changes when a listener of the first one makes the second', () => {
  const list = createLiveStore({ replica: first })
  list.subscribe(({ after }) => {
    if (after.replica.version === 2) list.set({ replica: { ...withCy('41.400'), version: 3 } })
  })
  const store = createResultsStore(list, start)
  const heard: string[] = []
  store.subscribeTo('Cy', () => heard.push(String(store.entry('Cy').standing?.total)))
  list.set({ replica: { ...withCy('41.500'), version: 2 } })
  expect(heard).toEqual(['41400'])
})

test('a removed entry keeps its last standing until it is added again', () => {
  const { store, change, standingOf } = setUp()
  change({ update: [{ ...cy, runs: ['42.000', '41.500'] }] })
  expect(change({ destroy: ['Cy'] })).toContain('Cy')
  expect(store.get().standings.by_name.has('Cy')).toBe(false)
  expect(standingOf('Cy')?.driver.runs).toEqual(['42.000', '41.500'])
  change({ create: ['Cy'], update: [{ ...cy, runs: ['44.000'] }] })
  expect(standingOf('Cy')?.driver.runs).toEqual(['44.000'])
  expect(standingOf('Zoe')).toBeUndefined()
})

test('a removed entry keeps its last standing under another log, since a pending order may still show it', () => {
  const { change, show, standingOf } = setUp()
  change({ destroy: ['Cy'] })
  show({ log: 'other', version: 1, drivers: byName([ann]) })
  expect(standingOf('Bo')?.driver).toEqual(bo)
  expect(standingOf('Cy')?.driver).toEqual(cy)
})

test('after a change of the event, the same list is ranked and marked by the new rules', () => {
  const { store, show, standingOf } = setUp()
  const indexed = eventSchema.parse({ title: 'Test', classes: [{ code: 'AS', index: 0.8 }] })
  expect(standingOf('Cy')?.indexed).toBeUndefined()
  expect(show({ event: indexed })).toContain('Cy')
  expect(standingOf('Cy')?.indexed).toBeDefined()
  expect(store.entry('Cy').highlights.runs[0]?.marks).toContain('fastest_indexed')
  expect(store.get().standings.event).toBe(indexed)
  show({ event: undefined })
  expect(store.get().standings.event.title).not.toBe('Test')
})

test('the store follows the list only while it has listeners, and a new listener hears no earlier change', () => {
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
  const store = createResultsStore(list, start)
  expect(followers).toBe(0)
  const stops = [store.subscribe(() => {}), store.subscribeTo('Ann', () => {}), store.subscribeTo('Bo', () => {})]
  expect(followers).toBe(1)
  for (const stop of stops) stop()
  expect(followers).toBe(0)
  list.set({ replica: withCy('41.500') })
  expect(store.entry('Cy').standing?.total).toBe(41_500)
  list.set({ replica: withCy('41.450') })
  const heard: string[] = []
  store.subscribeTo('Cy', () => heard.push('Cy'))
  list.set({ connection: 'live' })
  expect(heard).toEqual([])
  list.set({ replica: withCy('41.400') })
  expect(heard).toEqual(['Cy'])
})

test('a list without derivable results throws for every caller, and the next list is read as a whole', () => {
  const { list, store, heard, standingOf } = setUp()
  const damaged: Driver = {
    ...cy,
    get runs(): Driver['runs'] {
      throw new Error('cannot be worked out')
    },
  }
  const replica = { ...first, version: 2, drivers: new Map([...first.drivers, ['Cy', damaged]]) }
  list.set({ replica }, { ...noChanges, update: [damaged] })
  expect(heard.splice(0)).toEqual(['page'])
  expect(() => store.get()).toThrow('cannot be worked out')
  expect(() => store.entry('Ann')).toThrow('cannot be worked out')
  list.set({ replica: { ...withCy('41.500'), version: 3 } }, { ...noChanges, update: [{ ...cy, runs: ['41.500'] }] })
  expect(heard[0]).toBe('page')
  expect(heard).toContain('Cy')
  expect(standingOf('Cy')?.total).toBe(41_500)
  expect(store.get().news).toMatchObject([{ text_before: '42.000', text: '41.500', version: 3 }])
})

test('a step that throws half-way has no effect on the next list, which is read as a whole', () => {
  const { list, store, heard } = setUp()
  const damaged = { ...cy, class: 5 as never }
  const faster = { ...bo, runs: ['41.000', '39.000'] }
  const drivers = byName([ann, faster, damaged])
  list.set({ replica: { ...first, version: 2, drivers } }, { ...noChanges, update: [faster, damaged] })
  expect(() => store.get()).toThrow(TypeError)
  const replica = { ...first, version: 3, drivers: byName([ann, faster, cy]) }
  heard.length = 0
  list.set({ replica }, { ...noChanges, update: [cy] })
  const fresh = createResultsStore(createLiveStore({ replica }), start).get().standings
  expect(store.get().standings.raw).toEqual(fresh.raw)
  expect(store.get().standings.classes).toEqual(fresh.classes)
  expect(store.get().news).toMatchObject([{ driver_name: 'Bo', text: '39.000' }])
  expect(heard).toEqual(expect.arrayContaining(['page', 'Bo', 'Cy']))
})

test('a row that loses a mark to a faster entry is notified, even when its own standing is the same', () => {
  const twoCourses = eventSchema.parse({ title: 'Test', scoring: 'sum_of_best' })
  const [one, other]: Driver[] = [
    { driver_name: 'Ann', class: 'SS', runs: [['40.000'], ['41.000']] },
    { driver_name: 'Bo', class: 'SS', runs: [['45.000'], ['46.000']] },
  ]
  if (!one || !other) throw new Error('two entries')
  const replica: Replica = { ...first, event: twoCourses, drivers: byName([one, other]) }
  const list = createLiveStore({ replica })
  const store = createResultsStore(list, start)
  const heard: string[] = []
  store.subscribeTo('Ann', () => heard.push('Ann'))
  const { standing } = store.entry('Ann')
  list.set({
    replica: { ...replica, version: 2, drivers: byName([one, { ...other, runs: [['39.000'], ['46.000']] }]) },
  })
  expect(heard).toEqual(['Ann'])
  expect(store.entry('Ann').standing).toBe(standing)
  expect(store.entry('Ann').highlights.runs).toMatchObject([{ course: 1, marks: ['fastest', 'best_in_class'] }])
})

test('a stopped listener is not notified, and stopping twice stops no other listener', () => {
  const list = createLiveStore({ replica: first })
  const store = createResultsStore(list, start)
  const heard: string[] = []
  const show = (time: string) => list.set({ replica: withCy(time) })
  const stopPage = store.subscribe(() => heard.push('page'))
  const stopOne = store.subscribeTo('Cy', () => heard.push('one'))
  stopPage()
  stopOne()
  const stopOther = store.subscribeTo('Cy', () => heard.push('other'))
  stopOne()
  store.subscribeTo('Cy', () => heard.push('third'))()
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
