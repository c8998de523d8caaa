import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { type Event, eventSchema } from '../record/event.ts'
import { changedBetween } from '../standings/changed-between.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { pushNews } from './push-news.ts'

type Runs = Readonly<Record<string, readonly string[]>>
const rules = (settings: Record<string, unknown> = {}) => eventSchema.parse({ title: 'Test', ...settings }) as Event
const event = rules()

const standingsWith = (runs: Runs, code = 'STR', of = event) =>
  standingsOf(
    Object.entries(runs).map(([driver_name, own]): Driver => ({ driver_name, class: code, runs: [...own] })),
    of,
  )

/** What followers of everybody are told, by driver. */
function said(before: Runs, after: Runs, code = 'STR', of = event) {
  const step = { before: standingsWith(before, code, of), after: standingsWith(after, code, of) }
  const news = pushNews({ ...step, changed: changedBetween(step.before, step.after) }, () => true)
  return Object.fromEntries([...news].map(([name, { body }]) => [name, body]))
}

test('given a better run, then it is said with its improvement and places, and the others hear who passed them', () => {
  const before = { Ann: ['40.5'], Bob: ['41', '42'], Cid: ['43'] }
  expect(said(before, { ...before, Bob: ['41', '42', '40.25'] })).toEqual({
    Ann: '1st → 2nd in STR. Ahead now: Bob 40.250',
    Bob: 'Run 3: 40.250 clean. PB −0.750, 2nd → 1st in STR',
  })
})

test('given a run that changes no place, then only its driver’s followers hear of it', () => {
  const before = { Ann: ['40.5'], Bob: ['41'] }
  expect(said(before, { ...before, Bob: ['41', '42+1'] })).toEqual({
    Bob: 'Run 2: 42.000 + 1 cone. no improvement: best 41.000 (+3.000), stays 2nd in STR',
  })
})

test('given a correction that moves the result, then it is said old → new', () => {
  expect(said({ Ann: ['40.5', '41'], Bob: ['42'] }, { Ann: ['40.5+1', '41'], Bob: ['42'] })).toEqual({
    Ann: 'Run 1 corrected: clean → +1 cone. best 40.500 → 41.000, stays 1st in STR',
  })
})

test.each([
  ['another decimal sign', ['40,5'], ['40.5']],
  ['more spaces', ['40.5'], [' 40.5 ']],
  ['a cone more on a run that does not count', ['40.5', '45'], ['40.5', '45+1']],
  ['a run that did not count taken away', ['40.5', 'DNF'], ['40.5', '']],
])('given a correction with %s, then nothing is said', (_what, before, after) => {
  expect(said({ Ann: before }, { Ann: after })).toEqual({})
})

test('given several entries that pass one, then the best of them is named and the others are counted', () => {
  const before = { Ann: ['40'], Bob: ['41'], Cid: ['42'], Dan: ['43'] }
  const after = { ...before, Bob: ['41', '39.5'], Cid: ['42', '39'], Dan: ['43', '39.8'] }
  expect(said(before, after)).toMatchObject({ Ann: '1st → 4th in STR. Ahead now: Cid 39.000 and 2 more' })
})

test('given an entry that passes one in the middle, then the driver who was ahead before is not named', () => {
  const before = { Ann: ['40'], Bob: ['41'], Cid: ['42'] }
  expect(said(before, { ...before, Cid: ['42', '40.5'] })).toMatchObject({
    Bob: '2nd → 3rd in STR. Ahead now: Cid 40.500',
  })
})

test('given an entry that comes from another class, where it was better placed, then it is named, too', () => {
  const list = (code: string) =>
    standingsOf(
      [
        { driver_name: 'Zoe', class: 'STR', runs: ['38'] },
        { driver_name: 'Ann', class: 'STR', runs: ['40'] },
        { driver_name: 'Bob', class: code, runs: ['39'] },
      ],
      event,
    )
  const [before, after] = [list('SS'), list('STR')]
  const news = pushNews({ before, after, changed: changedBetween(before, after) }, () => true)
  expect(news.get('Ann')?.body).toBe('2nd → 3rd in STR. Ahead now: Bob 39.000')
})

test('given an entry that is new in the class and ahead at once, then it is named as the one that took the place', () => {
  expect(said({ Ann: ['40'] }, { Ann: ['40'], Late: ['39'] })).toEqual({
    Ann: '1st → 2nd in STR. Ahead now: Late 39.000',
  })
})

test('given an entry that comes level, then no place is lost', () => {
  expect(said({ Ann: ['40'], Bob: ['41'] }, { Ann: ['40'], Bob: ['41', '40'] })).not.toHaveProperty('Ann')
})

test('given a class that ranks by indexed time, then the one ahead has its indexed time', () => {
  const classes = ['A', 'B'].map((code, at) => ({ code, group: 'PAX', index: at === 0 ? 1 : 0.5 }))
  const of = rules({ classes })
  const list = (bob: readonly string[]) =>
    standingsOf(
      [
        { driver_name: 'Ann', class: 'A', runs: ['40'] },
        { driver_name: 'Bob', class: 'B', runs: [...bob] },
      ],
      of,
    )
  const [before, after] = [list(['90']), list(['90', '70'])]
  const news = pushNews({ before, after, changed: changedBetween(before, after) }, (name) => name === 'Ann')
  expect(news.get('Ann')?.body).toBe('1st → 2nd in PAX. Ahead now: Bob 35.000')
})

test('given an added or a removed entry, then its followers hear nothing of it', () => {
  expect(said({ Ann: ['40'] }, { Bob: ['41'] })).toEqual({})
})

test('given drivers that nobody follows, then nothing is said of them', () => {
  const [before, after] = [standingsWith({ Ann: ['40'], Bob: ['41'] }), standingsWith({ Ann: ['40'], Bob: ['39'] })]
  const news = pushNews({ before, after, changed: changedBetween(before, after) }, (name) => name === 'Bob')
  expect([...news.keys()]).toEqual(['Bob'])
})

test('given a name of 400 characters with a slash, then the texts are bounded and the address is encoded', () => {
  const name = `A/&${'ñ'.repeat(397)}`
  const [before, after] = [standingsWith({ [name]: [] }), standingsWith({ [name]: ['40'] })]
  const one = pushNews({ before, after, changed: changedBetween(before, after) }, () => true).get(name)
  expect([...(one?.title ?? '')]).toHaveLength(120)
  expect(one?.url).toBe(`/live?driver=${encodeURIComponent(name)}`)
})

const run = fc.constantFrom('', '40', '40.5', '41', '41+1', '42', 'DNF', 'RRN', '41.0', ' 42')
const list = fc.dictionary(fc.constantFrom('Ann', 'Bob', 'Cid', 'Dan', 'Eve'), fc.array(run, { maxLength: 3 }))

/** Total and place of each entry, by the plain standings of a whole list. */
const results = (runs: Runs) =>
  new Map(Array.from(standingsWith(runs).by_name, ([name, row]) => [name, [row.total, row.class_position?.place]]))

test('given any two lists, then every lost place is said, unless the entry’s own news says where it is now', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const news = said(before, after)
      for (const [name, [, place = 0]] of results(before)) {
        const now = results(after).get(name)?.[1]
        if (now !== undefined && place !== 0 && now > place) expect(news[name]).toMatch(/./)
      }
    }),
  )
})

test('given a list and any two changes, then the driver who is named as ahead is ahead now, and was not before', () => {
  fc.assert(
    fc.property(list, list, (before, changed) => {
      // Most entries stay as they are: only those lose a place by what others do.
      const after = { ...before, ...Object.fromEntries(Object.entries(changed).slice(0, 2)) }
      const [old, now] = [results(before), results(after)]
      for (const [name, body] of Object.entries(said(before, after))) {
        const [, taker = ''] = /Ahead now: (\w+)/.exec(body) ?? []
        if (taker === '') continue
        const place = (of: ReturnType<typeof results>, one: string) => of.get(one)?.[1] ?? Number.POSITIVE_INFINITY
        expect(place(now, taker)).toBeLessThan(place(now, name))
        expect(place(old, taker)).toBeGreaterThanOrEqual(place(old, name))
      }
    }),
  )
})

test('given two lists with the same results and no new run, then nothing is said', () => {
  const spaced = (runs: Runs) =>
    Object.fromEntries(Object.entries(runs).map(([name, own]) => [name, own.map((text) => ` ${text}  `)]))
  fc.assert(
    fc.property(list, (runs) => {
      expect(said(runs, spaced(runs))).toEqual({})
    }),
  )
})
