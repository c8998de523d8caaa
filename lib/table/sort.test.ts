import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../testing/any-text.ts'
import type { Driver } from '../record/driver.ts'
import { sortDrivers, sortRows } from './sort.ts'
import type { SortBy } from './sort-by.ts'
import { compareSortKeys, type SortValue, sortKey } from './sort-key.ts'

const ascending = (attribute: string): SortBy => ({ attribute, direction: 'ascending' })
const descending = (attribute: string): SortBy => ({ attribute, direction: 'descending' })

/** The sorted values of one column. Each row's name is its original index, so that ties keep their order. */
function sorted(values: readonly SortValue[], direction: SortBy['direction'] = 'ascending'): SortValue[] {
  const rows = values.map((value, index) => ({ value, driver_name: String(index).padStart(3, '0') }))
  const sort = [{ attribute: 'value', direction }]
  return sortRows(rows, sort, (row, attribute) => (attribute === 'value' ? row.value : row.driver_name)).map(
    ({ value }) => value,
  )
}

describe('natural order', () => {
  test.each([
    ['puts numbers before text', ['Runoff4', '10', '9'], ['9', '10', 'Runoff4']],
    ['compares numbers inside text', ['Runoff10', 'Runoff4', 'runoff 3'], ['runoff 3', 'Runoff4', 'Runoff10']],
    ['puts a number before the same number with a letter', ['11', '10a', '10', '9'], ['9', '10', '10a', '11']],
    ['ignores leading zeros', ['10', '09', '8', '007'], ['007', '8', '09', '10']],
    ['ignores leading zeros inside text', ['S10', 'S009', 'S8'], ['S8', 'S009', 'S10']],
    ['compares decimals as decimals', ['58.5', '58.48', '58.480', '6.1'], ['6.1', '58.48', '58.480', '58.5']],
    [
      'compares times with and without minutes',
      ['1:02.5', '59.9', '1:02:00', '61.0'],
      ['59.9', '61.0', '1:02.5', '1:02:00'],
    ],
    [
      'compares runs by their time',
      ['41.2+1', '1:00.1+2', '41.2', '9.9+DNF'],
      ['9.9+DNF', '41.2', '41.2+1', '1:00.1+2'],
    ],
    ['compares numbers with signs', ['+8.196', '−0.311', '-2', '0'], ['-2', '−0.311', '0', '+8.196']],
    ['compares numbers with numbers in text', [10, '9', 11, '10.5'], ['9', 10, '10.5', 11]],
    ['puts false before true', [true, false], [false, true]],
    ['ignores case and accents', ['b', 'É', 'A', 'e', 'ß', 'sr', 'st'], ['A', 'b', 'É', 'e', 'sr', 'ß', 'st']],
    ['compares lists as text', [['41.0'], [['40.0'], ['42.0']]], [[['40.0'], ['42.0']], ['41.0']]],
    [
      'compares more digits than a number can hold',
      ['n1000000000000000000001', 'n1000000000000000000000'],
      ['n1000000000000000000000', 'n1000000000000000000001'],
    ],
  ])('%s', (_, values, expected) => {
    expect(sorted(values as SortValue[])).toEqual(expected)
  })

  test('puts blanks last in both directions', () => {
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

describe('sorted drivers', () => {
  const drivers: Driver[] = [
    { driver_name: 'Zoë', class: 'SS', number: '9' },
    { driver_name: 'bob', class: 'SS', number: '10' },
    { driver_name: 'Ann', class: 'AS', number: '10' },
    { driver_name: 'Élan', class: 'as', number: '2' },
    { driver_name: 'Ian' },
  ]
  const names = (sort: SortBy[]) => sortDrivers(drivers, sort).map(({ driver_name }) => driver_name)

  test('are in name order without a column', () => {
    expect(names([])).toEqual(['Ann', 'bob', 'Élan', 'Ian', 'Zoë'])
  })

  test('are in ascending name order where a column ties, in both directions', () => {
    expect(names([ascending('class')])).toEqual(['Ann', 'Élan', 'bob', 'Zoë', 'Ian'])
    expect(names([descending('class')])).toEqual(['bob', 'Zoë', 'Ann', 'Élan', 'Ian'])
  })

  test('are in the order of the second column where the first ties', () => {
    expect(names([ascending('class'), ascending('number')])).toEqual(['Élan', 'Ann', 'Zoë', 'bob', 'Ian'])
    expect(names([descending('number'), descending('class')])).toEqual(['bob', 'Ann', 'Zoë', 'Élan', 'Ian'])
  })

  test('are in name order when the column is a member that objects inherit', () => {
    expect(names([ascending('constructor'), ascending('__proto__')])).toEqual(names([]))
  })

  test('are a new array: the given one is unchanged', () => {
    const before = [...drivers]
    sortDrivers(drivers, [descending('class')])
    expect(drivers).toEqual(before)
  })
})

const value: fc.Arbitrary<SortValue> = fc.oneof(
  anyText(),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[0-9.,:+ a-c−-]{0,8}$/),
  fc.constantFrom('__proto__', '👩‍👩‍👧', '🏁1', '\ud800', '09', '9', 'é', 'e\u0301', 'İ', 'ı', undefined),
  fc.double(),
  fc.boolean(),
)

test('sort keys are totally ordered: reflexive, antisymmetric and transitive', () => {
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

test('sorted rows do not depend on the given order, and none is lost', () => {
  const rows = fc.uniqueArray(
    fc.record({
      driver_name: fc.oneof(fc.constantFrom('Ann', 'ann', 'Änn', 'A\u0308nn'), anyText({ minLength: 1 })),
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
