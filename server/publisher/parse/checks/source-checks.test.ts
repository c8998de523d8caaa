import { describe, expect, test } from 'vitest'
import type { Driver } from '../../../../lib/record/driver.ts'
import { eventSchema } from '../../../../lib/record/event.ts'
import { sourceChecks, withoutCheckedTotals } from './source-checks.ts'

const event = eventSchema.parse({
  title: 'Test',
  classes: [
    { code: 'SS', index: 0.8 },
    { code: 'N', group: 'X' },
    { code: 'TO', counts: false },
  ],
})
const joan: Driver = { driver_name: 'Joan', class: 'SS', number: '4', runs: ['40.434', '39.000+1'] }

const codes = (drivers: readonly Driver[], mostRuns: ReadonlyMap<string, number> = new Map()) =>
  sourceChecks(drivers, mostRuns, event).map(({ code }) => code)

describe('source checks', () => {
  test('a good list has no warning', () => {
    expect(codes([joan, { ...joan, driver_name: 'Wil', number: '5', published_total: '40.434' }])).toEqual([])
  })

  test.each<[string, Partial<Driver>]>([
    ['unreadable_run', { runs: ['25.625+x'] }],
    ['unreadable_run', { runs: ['1:75.000'] }],
    ['open_penalty', { runs: ['25.625+'] }],
    ['impossible_time', { runs: ['5.123'] }],
    ['mojibake', { display_name: 'Felipe GonzÃ¡lez' }],
    ['class_without_index', { class: 'ZZ' }],
    ['total_differs', { published_total: '40.433' }],
    ['total_differs', { runs: ['DNF'], published_total: '40.434' }],
  ])('the warning %s is given for %j', (code, change) => {
    expect(codes([{ ...joan, ...change }])).toEqual([code])
  })

  test.each([
    [{}, '9.9', ['impossible_time']],
    [{ shortest_run: 5 }, '4.9', ['impossible_time']],
    [{ shortest_run: 5 }, '5.0', []],
    [{ scoring: 'laps_then_time' }, '8.9', []],
    [{ scoring: 'best_lap' }, '1.0', []],
  ])('in an event with %j, a run of %s gives the warnings %j', (settings, run, expected) => {
    const rules = eventSchema.parse({ title: 'Test', ...settings })
    expect(sourceChecks([{ driver_name: 'Ann', runs: [run] }], new Map(), rules).map(({ code }) => code)).toEqual(
      expected,
    )
  })

  test('a published total may be the indexed one, and a word in its place is no total', () => {
    expect(codes([{ ...joan, published_total: '32.347' }])).toEqual([])
    expect(codes([{ ...joan, published_total: 'dns' }])).toEqual([])
  })

  test('class and number of two drivers, whatever the case, give a warning', () => {
    expect(codes([joan, { ...joan, driver_name: 'Wil', class: 'ss' }])).toEqual(['repeated_number'])
  })

  test('a driver with fewer runs than before gets a warning', () => {
    expect(codes([joan], new Map([['Joan', 2]]))).toEqual([])
    expect(codes([joan], new Map([['Joan', 3]]))).toEqual(['fewer_runs'])
  })

  test('given many entries with fewer runs than before, then one warning has their number and says when that is right', () => {
    const drivers = Array.from({ length: 20 }, (_, index) => ({ driver_name: `Driver ${index}`, runs: ['50.1'] }))
    const most = (count: number) => new Map(drivers.slice(0, count).map(({ driver_name }) => [driver_name, 4]))
    const fewer = (count: number) => sourceChecks(drivers, most(count), event).map(({ message }) => message)
    expect(fewer(20)).toEqual([
      '20 of 20 entries have fewer runs than before, such as Driver 0 with 1 of 4. ' +
        'If another day has begun, that is right, and a restart of Paddock ends this warning.',
    ])
    expect(fewer(7)).toHaveLength(1)
    expect(fewer(6)).toHaveLength(6)
    expect(fewer(1)).toEqual(['Driver 0: has 1 run; the file has had 4.'])
  })

  test('a class without index gets one warning, however many its entries', () => {
    const entries = ['A', 'B', 'C'].map((driver_name) => ({ driver_name, class: 'ZZ' }))
    expect(codes(entries)).toEqual(['class_without_index'])
    expect(sourceChecks(entries, new Map(), event)[0]?.message).toBe(
      'Class ZZ has no index in event.yaml: its 3 entries have no PAX time. ' +
        'Write one there, or say in the template by index_class whose index it takes.',
    )
  })

  test('a column of event.yaml that no record has gets a warning with the nearest attribute', () => {
    const columns = ['tyre', 'region'].map((attribute) => ({ attribute, title: attribute }))
    const drivers = [joan, { ...joan, driver_name: 'Wil', number: '5', tire: 'A052', region: '' }]
    expect(sourceChecks(drivers, new Map(), { ...event, columns })).toEqual([
      {
        code: 'unknown_column',
        message: 'columns in event.yaml has "tyre", which no record has. Did you mean "tire"?',
      },
    ])
    expect(sourceChecks([], new Map(), { ...event, columns })).toEqual([])
  })

  test('given a group in which an entry with a time has no index, then one warning says that it is ranked by time', () => {
    const novices: Driver[] = [
      { driver_name: 'Ann', class: 'N', runs: ['50.1'], index_class: 'SS' },
      { driver_name: 'Bob', class: 'ZZ', group: 'x', runs: ['51.1'] },
      { driver_name: 'Cid', class: 'ZZ', group: 'x', runs: ['52.1'] },
      { driver_name: 'Dan', class: 'YY', group: 'X', runs: ['DNF'] },
    ]
    const warnings = sourceChecks(novices, new Map(), event).filter(({ code }) => code === 'ranked_by_time')
    expect(warnings.map(({ message }) => message)).toEqual([
      'Class X is ranked by time, since Bob and 1 more of it have no index; give the class in event.yaml an index, or the entry an index_class.',
    ])
    const indexed = novices.map((driver) => ({ ...driver, index_class: 'SS' }))
    expect(codes(indexed)).toEqual([])
    expect(codes(novices.map((driver) => ({ ...driver, status: 'DSQ' })))).toEqual([])
  })

  test('a class that does not count gets no warning without an index', () => {
    expect(codes([joan, { driver_name: 'Wil', class: 'to' }])).toEqual([])
  })
})

test('published totals are removed from the drivers after the checks', () => {
  expect(withoutCheckedTotals([{ ...joan, published_total: '40.434' }, joan])).toEqual([joan, joan])
})

test('published totals stay in the drivers where they may be the result: no run was driven, or a race gives its laps', () => {
  const published_total = '40.434'
  const results = [
    { driver_name: 'Ann', published_total },
    { driver_name: 'Bob', published_total, runs: [['', ''], ['']] },
    { ...joan, published_total, published_laps: 12 },
  ]
  expect(withoutCheckedTotals(results)).toEqual(results)
  expect(withoutCheckedTotals([{ driver_name: 'Ann', published_total: 'dns' }])).toEqual([{ driver_name: 'Ann' }])
})
