import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshFor } from '../day/progress.ts'
import { applyChanges, diffDrivers } from '../list/diff.ts'
import { createLiveStore } from '../live/live-store.ts'
import { byName, type Driver, type Drivers, sameDriver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'
import { inOrder, plainHighlights } from './plain-highlights.fixture.ts'
import { createResultsStore, type ResultsStore } from './results-store.ts'

const names = ['Ann', 'Bo', 'Cy', 'Di', 'Eve']
const settings = {
  classes: [
    { code: 'AS', index: 0.8 },
    { code: 'TO', counts: false },
  ],
}
// With sum_of_best, the fastest run of a course need not be of the first entry: a mark can change without a standing.
const event = eventSchema.parse({ title: 'Test', ...settings, scoring: 'sum_of_best' })
const otherRules = eventSchema.parse({ title: 'Test', ...settings })
const otherDay = eventSchema.parse({ title: 'Another day', ...settings })

const run = fc.constantFrom('40.000', '40.000+1', '41.000', '38.000+1', 'DNF', '', '39.000+RRN')
const record = fc.record(
  {
    driver_name: fc.constantFrom(...names),
    class: fc.constantFrom('SS', 'AS', 'TO'),
    group: fc.constantFrom('N'),
    runs: fc.oneof(fc.array(run, { maxLength: 3 }), fc.array(fc.array(run, { maxLength: 2 }), { maxLength: 2 })),
  },
  { requiredKeys: ['driver_name', 'class', 'runs'] },
)
const step = fc.record({
  written: fc.array(record, { maxLength: 2 }),
  removed: fc.array(fc.constantFrom(...names), { maxLength: 1 }),
  event: fc.oneof({ weight: 9, arbitrary: fc.constant(event) }, fc.constantFrom(otherRules, otherDay, undefined)),
  log: fc.oneof({ weight: 9, arbitrary: fc.constant('log') }, fc.constant('other')),
  /** changes: a change set, as in update_drivers. whole: new objects, as in all_drivers. */
  sent: fc.constantFrom('changes', 'whole'),
  /** Whether an earlier listener of the list asks for the results first. */
  isAsked: fc.boolean(),
  minutes: fc.nat({ max: 12 }),
  seen: fc.option(fc.constantFrom(...names), { nil: undefined }),
})

test('after any steps the store equals a new one of the same list and news, and has notified every changed row', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.array(step, { maxLength: 10 }), (entered, steps) => {
      let replica: Replica = { ...emptyReplica, log: 'log', version: 1, at: 0, event, drivers: byName(entered) }
      const list = createLiveStore({ replica })
      let isAsked = false
      list.subscribe(() => void (isAsked && store.get()))
      const store = createResultsStore(list, { news: [], now: 0 })
      const heard: string[] = []
      for (const name of names) store.subscribeTo(name, () => heard.push(name))
      const unread = new Set<string>()
      let now = 0
      for (const one of steps) {
        isAsked = one.isAsked
        const before = entriesOf(store)
        const old = replica
        const drivers = nextDrivers(old.drivers, one.written, one.removed)
        const changes = diffDrivers(old.drivers, drivers)
        const { event, log } = one
        replica = {
          ...old,
          version: old.version + 1,
          at: now,
          event,
          log,
          drivers: sent(old.drivers, drivers, one.sent),
        }
        list.set({ replica }, one.sent === 'changes' ? changes : undefined)
        if (log === old.log) for (const { driver_name } of changes.update) unread.add(driver_name)
        if (log === old.log) for (const name of names) if (isNew(name, old.drivers, drivers)) unread.add(name)

        const after = entriesOf(store)
        const expected = names.filter((name) => before.get(name) !== after.get(name))
        const notified = new Set(heard.splice(0))
        expect(expected.filter((name) => !notified.has(name))).toEqual([])

        now += one.minutes * (freshFor / 10)
        store.tick(now)
        const ticked = entriesOf(store)
        expect(heard.splice(0).toSorted()).toEqual(names.filter((name) => after.get(name) !== ticked.get(name)))
        if (one.seen !== undefined) store.seen(one.seen)
        expect(heard.splice(0)).toEqual(names.filter((name) => name === one.seen && unread.has(name)))
        if (one.seen !== undefined) unread.delete(one.seen)

        const { standings, news } = store.get()
        const fresh = createResultsStore(createLiveStore({ replica }), { news, now })
        expect(plain(standings)).toEqual(plain(fresh.get().standings))
        for (const name of names) {
          const { standing, highlights, unread: isUnread } = store.entry(name)
          expect(isUnread).toBe(unread.has(name))
          if (standings.by_name.has(name)) expect(standing).toBe(standings.by_name.get(name))
          else expect(standing).toBe(before.get(name)?.standing)
          expect(inOrder(highlights)).toEqual(inOrder(fresh.entry(name).highlights))
          expect(inOrder(highlights)).toEqual(inOrder(plainHighlights(store.get(), name, now)))
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('an entry is the same object until something of it changes', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.array(record, { maxLength: 2 }), (entered, written) => {
      const replica: Replica = { ...emptyReplica, log: 'log', version: 1, at: 0, event, drivers: byName(entered) }
      const list = createLiveStore({ replica })
      const store = createResultsStore(list, { news: [], now: 0 })
      const heard: string[] = []
      for (const name of names) store.subscribeTo(name, () => heard.push(name))
      const before = entriesOf(store)
      const copies = structuredClone(before)
      list.set({ replica: { ...replica, version: 2, drivers: byName([...entered, ...written]) } })
      for (const name of names) {
        const isEqual = JSON.stringify(store.entry(name)) === JSON.stringify(copies.get(name))
        expect(store.entry(name) === before.get(name)).toBe(isEqual)
        expect(heard.filter((one) => one === name)).toHaveLength(isEqual ? 0 : 1)
        expect(before.get(name)).toEqual(copies.get(name))
      }
    }),
    { numRuns: 150 },
  )
})

function entriesOf(store: ResultsStore) {
  return new Map(names.map((name) => [name, store.entry(name)]))
}

function nextDrivers(drivers: Drivers, written: readonly Driver[], removed: readonly string[]): Drivers {
  const after = new Map([...drivers, ...byName(written)])
  for (const name of removed) after.delete(name)
  return after
}

function sent(before: Drivers, after: Drivers, how: 'changes' | 'whole'): Drivers {
  if (how === 'changes') return applyChanges(before, diffDrivers(before, after))
  return byName(structuredClone([...after.values()]))
}

function isNew(name: string, before: Drivers, after: Drivers): boolean {
  const [old, now] = [before.get(name), after.get(name)]
  return now !== undefined && !(old && sameDriver(old, now))
}

/** Without by_name, which the test reads name by name. */
function plain({ by_name: _, ...inOrder }: ReturnType<ResultsStore['get']>['standings']) {
  return inOrder
}
