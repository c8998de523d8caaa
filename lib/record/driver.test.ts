import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName, type Driver, displayName, runsByCourse, sameDriver } from './driver.ts'
import { driverSchema, maximumAttributes, maximumRuns, maximumTextLength } from './driver-schema.ts'

const accepts = (record: unknown) => driverSchema.safeParse(record).success

test('a name is enough, and any name will do', () => {
  for (const driver_name of ['Ann', '__proto__', 'constructor', 'hasOwnProperty', '🏁', '<b>', ' ', '\ud800']) {
    expect(driverSchema.parse({ driver_name })).toEqual({ driver_name })
  }
  for (const record of [{}, { driver_name: '' }, { driver_name: 7 }, { driver_name: null }, [], null, 'Ann']) {
    expect(accepts(record)).toBe(false)
  }
})

test('other attributes pass through: texts, numbers, yes or no, and runs', () => {
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
  ['no finite number', { driver_name: 'Ann', age: Number.NaN }],
  ['runs that are numbers', { driver_name: 'Ann', runs: [40.516] }],
  ['runs in three levels', { driver_name: 'Ann', runs: [[['40.516']]] }],
  ['courses beside runs', { driver_name: 'Ann', runs: ['40.516', ['41.266']] }],
  ['a long text', { driver_name: 'Ann', car: 'x'.repeat(maximumTextLength + 1) }],
  ['a long run', { driver_name: 'Ann', runs: ['x'.repeat(41)] }],
  ['many runs', { driver_name: 'Ann', runs: Array.from({ length: maximumRuns + 1 }, () => '') }],
])('refused whole: %s', (_, record) => {
  expect(accepts(record)).toBe(false)
})

test.each(['Class', 'first name', '1st', '_x', 'a-b', '<b>', 'é', '', 'a'.repeat(41)])(
  'refused whole: an attribute called "%s"',
  (name) => {
    expect(accepts(JSON.parse(`{"driver_name":"Ann",${JSON.stringify(name)}:"x"}`))).toBe(false)
  },
)

test('an attribute called __proto__ does not get in', () => {
  const parsed = driverSchema.parse(JSON.parse('{"driver_name":"Ann","__proto__":{"car":"x"}}'))
  expect(Object.keys(parsed)).toEqual(['driver_name'])
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
})

test('a record has only so many attributes', () => {
  const record = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, '']))
  expect(accepts({ driver_name: 'Ann', ...record(maximumAttributes - 1) })).toBe(true)
  expect(accepts({ driver_name: 'Ann', ...record(maximumAttributes) })).toBe(false)
})

test('a list by name has every driver under its name; of two with one name the last one stays', () => {
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

test('people read the display name, or else the key', () => {
  expect(displayName({ driver_name: 'Ann (STR 44)', display_name: 'Ann' })).toBe('Ann')
  expect(displayName({ driver_name: 'Ann' })).toBe('Ann')
})

test.each<[string, Driver, unknown]>([
  ['none', { driver_name: 'Ann' }, []],
  ['no runs yet', { driver_name: 'Ann', runs: [] }, []],
  ['one course', { driver_name: 'Ann', runs: ['40.516', 'DNF'] }, [['40.516', 'DNF']]],
  ['two courses', { driver_name: 'Ann', runs: [['40.516'], []] }, [['40.516'], []]],
])('runs by course: %s', (_, driver, expected) => {
  expect(runsByCourse(driver)).toEqual(expected)
})

test('two records say the same exactly when their attributes do, in any order', () => {
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
