import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../testing/any-text.ts'
import { foldText } from '../record/fold-text.ts'
import { createSearch, matchesSearch, searchWords } from './search.ts'

const felipe = {
  driver_name: 'Felipe González (STR 44)',
  display_name: 'Felipe González',
  class: 'STR',
  number: '44',
  car: 'Mazda MX-5',
}
const ian = { driver_name: 'Ian O’Malley', class: 'ss', number: 'Runoff4' }

test.each([
  'Gonzalez',
  'gonzález',
  'GONZÁLEZ',
  'felipe mazda',
  'str 44',
  '44 STR',
  '  mx-5  ',
  'gonza\u0301lez',
  'ipe lez',
  '',
])('%j finds Felipe González in his STR Mazda', (query) => {
  expect(matchesSearch(felipe, query)).toBe(true)
})

test.each(["o'malley", 'O’MALLEY', 'o´malley', 'ian ss', 'runoff4', 'SS Runoff'])('%j finds Ian O’Malley', (query) => {
  expect(matchesSearch(ian, query)).toBe(true)
})

test.each(['o’malley', 'felipe ian', 'str 45', 'undefined', '(', '.', 'felipegonzalez'])(
  '%j does not find Felipe González',
  (query) => {
    expect(matchesSearch(felipe, query)).toBe(false)
  },
)

test('#44 finds number 44 and no other, while 44 finds every number with it', () => {
  const numbers = ['44', '144', '4', '440', undefined]
  const found = (query: string) =>
    numbers.filter((number) => matchesSearch({ driver_name: 'Ann', ...(number !== undefined && { number }) }, query))
  expect(found('#44')).toEqual(['44'])
  expect(found('ann #44')).toEqual(['44'])
  expect(found('44')).toEqual(['44', '144', '440'])
  expect(found('#')).toEqual(numbers)
})

test.each(['olena', 'OLENA koval', 'олена', 'Коваленко'])('%s finds Олена Коваленко', (query) => {
  expect(matchesSearch({ driver_name: 'Олена Коваленко' }, query)).toBe(true)
})

test.each([
  ['Enrique "Kiko" Seiot', '“kiko”'],
  ['Søren Łukasz Straße', 'soren lukasz strasse'],
  ['İpek Işık', 'ipek isik'],
  ['ＡＢＣ', 'abc'],
  ['Ian O´Malley', "o'malley"],
])('a driver called %s is found by %s', (driver_name, query) => {
  expect(matchesSearch({ driver_name }, query)).toBe(true)
})

test('a driver is found by the whole name, for any name, and foldText is idempotent', () => {
  const name = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), anyText({ minLength: 1 }))
  fc.assert(
    fc.property(name, (driver_name) => {
      expect(matchesSearch({ driver_name }, driver_name)).toBe(true)
      expect(foldText(foldText(driver_name))).toBe(foldText(driver_name))
    }),
    { numRuns: 300 },
  )
})

test('createSearch finds a changed record by its new text and not by its old one', () => {
  const matches = createSearch()
  expect(matches(ian, searchWords('runoff4'))).toBe(true)
  const renumbered = { ...ian, number: '17' }
  expect(matches(renumbered, searchWords('17'))).toBe(true)
  expect(matches(renumbered, searchWords('runoff4'))).toBe(false)
  expect(matches(ian, searchWords('runoff4'))).toBe(true)
  expect(matches(ian, [])).toBe(true)
})
