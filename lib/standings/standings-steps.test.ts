import { expect, test } from 'vitest'
import { noChanges } from '../list/diff.ts'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { createStandings, standingsOf } from './create-standings.ts'

const rules = eventSchema.parse({ title: 'Test' })
const ann = (time: string): Driver => ({ driver_name: 'Ann', runs: [time] })

test('of two records with one name the last holds', () => {
  expect(standingsOf([ann('41.0'), ann('40.0')], rules).raw.map(({ total }) => total)).toEqual([40_000])
  const { apply } = createStandings(rules)
  const twice = { ...noChanges, update: [ann('41.0'), ann('40.0')] }
  const { standings } = apply(twice)
  expect(standings.raw.map(({ total }) => total)).toEqual([40_000])
  expect(apply(twice)).toEqual({ standings, changed: [] })
  expect(apply(twice).standings).toBe(standings)
})

test('a record that is destroyed and written again in one change is changed, and is unchanged when it is equal', () => {
  const { apply } = createStandings(rules)
  const { standings: before } = apply({ ...noChanges, update: [ann('41.0')] })
  expect(apply({ create: ['Ann'], update: [ann('41.0')], destroy: ['Ann'] })).toEqual({
    standings: before,
    changed: [],
  })
  const { standings: after, changed } = apply({ create: ['Ann'], update: [ann('40.0')], destroy: ['Ann'] })
  expect(changed).toEqual([{ before: before.raw[0], after: after.raw[0] }])
})

test('a name that is created without a record is an entry without runs', () => {
  const { standings, changed } = createStandings(rules).apply({ ...noChanges, create: ['Ann'] })
  expect(standings.raw).toMatchObject([{ driver: { driver_name: 'Ann' }, runs: [], raw_position: undefined }])
  expect(changed).toEqual([{ before: undefined, after: standings.raw[0] }])
})

test('an entry that leaves a shared position for the one ahead leaves the other entry there alone', () => {
  const times = ['40.0', '40.0', '41.0', '41.0', ...Array.from({ length: 40 }, (_, index) => `${50 + index}.0`)]
  const records = times.map((time, index): Driver => ({ driver_name: `Driver ${100 + index}`, runs: [time] }))
  const { apply } = createStandings(rules)
  apply({ ...noChanges, update: records })
  const { standings } = apply({ ...noChanges, update: [{ driver_name: 'Driver 102', runs: ['40.0'] }] })
  expect(standings.raw.slice(0, 5).map((row) => row.raw_position)).toEqual([
    { place: 1, shared: true },
    { place: 1, shared: true },
    { place: 1, shared: true },
    { place: 4, shared: false },
    { place: 5, shared: false },
  ])
})
