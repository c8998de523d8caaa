import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver, displayName, runsByCourse, sameDriver } from './driver.ts'
import { driverSchema, maximumAttributes, maximumRuns, maximumTextLength } from './driver-schema.ts'

const accepts = (record: unknown) => driverSchema.safeParse(record).success

test('a record needs only a name, and any text but the empty one is a name', () => {
  for (const driver_name of ['Ann', '__proto__', 'constructor', 'hasOwnProperty', '🏁', '<b>', ' ', '\ud800']) {
    expect(driverSchema.parse({ driver_name })).toEqual({ driver_name })
  }
  for (const record of [{}, { driver_name: '' }, { driver_name: 7 }, { driver_name: null }, [], null, 'Ann']) {
    expect(accepts(record)).toBe(false)
  }
})

test('the schema accepts other attributes that are texts, numbers, booleans or runs', () => {
  const record = {
    driver_name: 'Ann',
    city: 'Reno',
    age: 41,
    novice: true,
    splits: ['1.1', '2.2'],
    days: [['1.1'], []],
  }
  expect(driverSchema.parse(record)).toEqual(record)
})

test.each([
  ['an object', { driver_name: 'Ann', car: { make: 'Mazda' } }],
  ['null', { driver_name: 'Ann', car: null }],
  ['a number as class', { driver_name: 'Ann', class: 7 }],
  ['a number that is not finite', { driver_name: 'Ann', age: Number.NaN }],
  ['runs that are numbers', { driver_name: 'Ann', runs: [40.516] }],
  ['runs nested in three levels', { driver_name: 'Ann', runs: [[['40.516']]] }],
  ['runs and lists of runs mixed', { driver_name: 'Ann', runs: ['40.516', ['41.266']] }],
  ['a text that is too long', { driver_name: 'Ann', car: 'x'.repeat(maximumTextLength + 1) }],
  ['a run that is too long', { driver_name: 'Ann', runs: ['x'.repeat(41)] }],
  ['too many runs', { driver_name: 'Ann', runs: Array.from({ length: maximumRuns + 1 }, () => '') }],
])('the schema refuses a record with %s', (_, record) => {
  expect(accepts(record)).toBe(false)
})

test.each(['Class', 'first name', '1st', '_x', 'a-b', '<b>', 'é', '', 'a'.repeat(41)])(
  'the schema refuses a record with an attribute called "%s"',
  (name) => {
    expect(accepts(JSON.parse(`{"driver_name":"Ann",${JSON.stringify(name)}:"x"}`))).toBe(false)
  },
)

test('a parsed record has no attribute called __proto__, and its prototype is unchanged', () => {
  const parsed = driverSchema.parse(JSON.parse('{"driver_name":"Ann","__proto__":{"car":"x"}}'))
  expect(Object.keys(parsed)).toEqual(['driver_name'])
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
})

test('the schema refuses a record with more than the maximum of attributes', () => {
  const record = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, '']))
  expect(accepts({ driver_name: 'Ann', ...record(maximumAttributes - 1) })).toBe(true)
  expect(accepts({ driver_name: 'Ann', ...record(maximumAttributes) })).toBe(false)
})

test('byName keeps the last of two records with one name, and accepts the name __proto__', () => {
  const list = byName([
    { driver_name: '__proto__' },
    { driver_name: 'Ann', car: 'old' },
    { driver_name: 'Ann', car: 'new' },
  ])
  expect([...list]).toEqual([
    ['__proto__', { driver_name: '__proto__' }],
    ['Ann', { driver_name: 'Ann', car: 'new' }],
  ])
})

test('the displayed name is display_name, or driver_name without one', () => {
  expect(displayName({ driver_name: 'Ann (STR 44)', display_name: 'Ann' })).toBe('Ann')
  expect(displayName({ driver_name: 'Ann' })).toBe('Ann')
})

test.each<[string, Driver, unknown]>([
  ['no attribute', { driver_name: 'Ann' }, []],
  ['no runs yet', { driver_name: 'Ann', runs: [] }, []],
  ['one course', { driver_name: 'Ann', runs: ['40.516', 'DNF'] }, [['40.516', 'DNF']]],
  ['two courses', { driver_name: 'Ann', runs: [['40.516'], []] }, [['40.516'], []]],
])('runsByCourse returns a list of lists for %s', (_, driver, expected) => {
  expect(runsByCourse(driver)).toEqual(expected)
})

test('two records are equal exactly when their attributes are equal, in any order', () => {
  const value = fc.oneof(
    fc.constantFrom<string | number | boolean>('', '1', 1, 0, true, false),
    fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }),
    fc.array(fc.array(fc.constantFrom('1', '2'), { maxLength: 1 }), { maxLength: 2 }),
  )
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), value, { noNullPrototype: true, maxKeys: 2 })
  const sorted = (one: Driver) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  fc.assert(
    fc.property(record, record, (one, other) => {
      const [a, b]: [Driver, Driver] = [
        { driver_name: 'Ann', ...one },
        { ...other, driver_name: 'Ann' },
      ]
      expect(sameDriver(a, b)).toBe(sorted(a) === sorted(b))
      expect(sameDriver(a, structuredClone(a))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
