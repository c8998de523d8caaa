import { expect, test } from 'vitest'
import { noChanges } from '../list/diff.ts'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { createStandings, standingsOf } from './create-standings.ts'

const rules = eventSchema.parse({ title: 'Test' })
const ann = (time: string): Driver => ({ driver_name: 'Ann', runs: [time] })

test('the last of two records with the same name counts, and applying both again changes nothing', () => {
  expect(standingsOf([ann('41.0'), ann('40.0')], rules).raw.map(({ total }) => total)).toEqual([40_000])
  const { apply } = createStandings(rules)
  const twice = { ...noChanges, update: [ann('41.0'), ann('40.0')] }
  const { standings } = apply(twice)
  expect(standings.raw.map(({ total }) => total)).toEqual([40_000])
  expect(apply(twice)).toEqual({ standings, changed: [] })
  expect(apply(twice).standings).toBe(standings)
})

test('a record that one change set destroys and writes again is changed only when it differs', () => {
  const { apply } = createStandings(rules)
  const { standings: before } = apply({ ...noChanges, update: [ann('41.0')] })
  expect(apply({ create: ['Ann'], update: [ann('41.0')], destroy: ['Ann'] })).toEqual({
    standings: before,
    changed: [],
  })
  const { standings: after, changed } = apply({ create: ['Ann'], update: [ann('40.0')], destroy: ['Ann'] })
  expect(changed).toEqual([{ before: before.raw[0], after: after.raw[0] }])
})

test('a created name without a record becomes an entry without runs', () => {
  const { standings, changed } = createStandings(rules).apply({ ...noChanges, create: ['Ann'] })
  expect(standings.raw).toMatchObject([{ driver: { driver_name: 'Ann' }, runs: [], raw_position: undefined }])
  expect(changed).toEqual([{ before: undefined, after: standings.raw[0] }])
})

test('a shared position is no longer shared once one of its two entries moves ahead', () => {
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
