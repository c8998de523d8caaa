import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { sortDrivers, sortRows } from './sort.ts'
import type { SortBy } from './sort-by.ts'
import { compareSortKeys, type SortValue, sortKey } from './sort-key.ts'

const ascending = (attribute: string): SortBy => ({ attribute, direction: 'ascending' })
const descending = (attribute: string): SortBy => ({ attribute, direction: 'descending' })

/** The values of one column, sorted; each on a row whose name says where it stood. */
function sorted(values: readonly SortValue[], direction: SortBy['direction'] = 'ascending'): SortValue[] {
  const rows = values.map((value, index) => ({ value, driver_name: String(index).padStart(3, '0') }))
  const sort = [{ attribute: 'value', direction }]
  return sortRows(rows, sort, (row, attribute) => (attribute === 'value' ? row.value : row.driver_name)).map(
    ({ value }) => value,
  )
}

describe('natural order', () => {
  test.each([
    ['numbers before text', ['Runoff4', '10', '9'], ['9', '10', 'Runoff4']],
    ['numbers inside text', ['Runoff10', 'Runoff4', 'runoff 3'], ['runoff 3', 'Runoff4', 'Runoff10']],
    ['a letter after a number', ['11', '10a', '10', '9'], ['9', '10', '10a', '11']],
    ['leading noughts', ['10', '09', '8', '007'], ['007', '8', '09', '10']],
    ['leading noughts inside text', ['S10', 'S009', 'S8'], ['S8', 'S009', 'S10']],
    ['decimals as decimals', ['58.5', '58.48', '58.480', '6.1'], ['6.1', '58.48', '58.480', '58.5']],
    ['minutes', ['1:02.5', '59.9', '1:02:00', '61.0'], ['59.9', '61.0', '1:02.5', '1:02:00']],
    ['runs by their time', ['41.2+1', '1:00.1+2', '41.2', '9.9+DNF'], ['9.9+DNF', '41.2', '41.2+1', '1:00.1+2']],
    ['signs', ['+8.196', '−0.311', '-2', '0'], ['-2', '−0.311', '0', '+8.196']],
    ['numbers and their texts', [10, '9', 11, '10.5'], ['9', 10, '10.5', 11]],
    ['no before yes', [true, false], [false, true]],
    ['case and accents', ['b', 'É', 'A', 'e', 'ß', 'sr', 'st'], ['A', 'b', 'É', 'e', 'sr', 'ß', 'st']],
    ['lists as their text', [['41.0'], [['40.0'], ['42.0']]], [[['40.0'], ['42.0']], ['41.0']]],
    [
      'more digits than numbers have',
      ['n1000000000000000000001', 'n1000000000000000000000'],
      ['n1000000000000000000000', 'n1000000000000000000001'],
    ],
  ])('%s', (_, values, expected) => {
    expect(sorted(values as SortValue[])).toEqual(expected)
  })

  test('blanks are last in both directions', () => {
    expect(sorted(['', 'b', undefined, ' ', 'a', [], Number.NaN])).toEqual([
      'a',
      'b',
      '',
      undefined,
      ' ',
      [],
      Number.NaN,
    ])
    expect(sorted(['', 'b', undefined, ' ', 'a', [], Number.NaN], 'descending')).toEqual([
      'b',
      'a',
      '',
      undefined,
      ' ',
      [],
      Number.NaN,
    ])
  })
})

describe('drivers', () => {
  const drivers: Driver[] = [
    { driver_name: 'Zoë', class: 'SS', number: '9' },
    { driver_name: 'bob', class: 'SS', number: '10' },
    { driver_name: 'Ann', class: 'AS', number: '10' },
    { driver_name: 'Élan', class: 'as', number: '2' },
    { driver_name: 'Ian' },
  ]
  const names = (sort: SortBy[]) => sortDrivers(drivers, sort).map(({ driver_name }) => driver_name)

  test('without a column are in name order', () => {
    expect(names([])).toEqual(['Ann', 'bob', 'Élan', 'Ian', 'Zoë'])
  })

  test('that tie keep name order, in both directions', () => {
    expect(names([ascending('class')])).toEqual(['Ann', 'Élan', 'bob', 'Zoë', 'Ian'])
    expect(names([descending('class')])).toEqual(['bob', 'Zoë', 'Ann', 'Élan', 'Ian'])
  })

  test('are ordered by a second column where the first ties', () => {
    expect(names([ascending('class'), ascending('number')])).toEqual(['Élan', 'Ann', 'Zoë', 'bob', 'Ian'])
    expect(names([descending('number'), descending('class')])).toEqual(['bob', 'Ann', 'Zoë', 'Élan', 'Ian'])
  })

  test('have no attribute that objects have', () => {
    expect(names([ascending('constructor'), ascending('__proto__')])).toEqual(names([]))
  })

  test('stay in the list they came in', () => {
    const before = [...drivers]
    sortDrivers(drivers, [descending('class')])
    expect(drivers).toEqual(before)
  })
})

const value: fc.Arbitrary<SortValue> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[0-9.,:+ a-c−-]{0,8}$/),
  fc.constantFrom('__proto__', '👩‍👩‍👧', '🏁1', '\ud800', '09', '9', 'é', 'e\u0301', 'İ', 'ı', undefined),
  fc.double(),
  fc.boolean(),
)

test('every two values compare one way, and every three agree', () => {
  fc.assert(
    fc.property(value, value, value, (...values) => {
      const [a, b, c] = values.map((value) => sortKey(value) ?? { number: Number.POSITIVE_INFINITY, text: '' })
      if (!a || !b || !c) throw new Error('three values')
      expect(compareSortKeys(a, a)).toBe(0)
      expect(Math.sign(compareSortKeys(a, b)) + Math.sign(compareSortKeys(b, a))).toBe(0)
      if (compareSortKeys(a, b) <= 0 && compareSortKeys(b, c) <= 0) expect(compareSortKeys(a, c)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 2000 },
  )
})

test('the order of the rows never shows, and none is lost', () => {
  const rows = fc.uniqueArray(
    fc.record({
      driver_name: fc.oneof(
        fc.constantFrom('Ann', 'ann', 'Änn', 'A\u0308nn'),
        fc.string({ minLength: 1, unit: 'binary' }),
      ),
      class: value,
      number: value,
    }),
    { selector: (row) => row.driver_name },
  )
  const column = fc.record({
    attribute: fc.constantFrom('class', 'number', 'driver_name'),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  })
  const shuffled = rows.chain((list) => {
    return fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
  })
  fc.assert(
    fc.property(shuffled, fc.array(column, { maxLength: 3 }), ([list, other], sort) => {
      const valueIn = (row: (typeof list)[number], attribute: string) => row[attribute as keyof typeof row]
      const first = sortRows(list, sort, valueIn)
      expect(first).toHaveLength(list.length)
      expect(new Set(first)).toEqual(new Set(list))
      expect(sortRows(other, sort, valueIn).every((row, index) => row === first[index])).toBe(true)
    }),
  )
})
