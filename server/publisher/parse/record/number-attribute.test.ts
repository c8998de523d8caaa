import { expect, test } from 'vitest'
import { readNumberAttribute } from './number-attribute.ts'

test.each([
  ['published_laps', 23, 23],
  ['published_laps', ' 23 ', 23],
  ['published_laps', '0', 0],
  ['tie_order', '2.5', 2.5],
  ['tie_order', -1, -1],
  ['tie_order', '', undefined],
])('the attribute %s that is written as %j is %j, without a complaint', (attribute, content, value) => {
  expect(readNumberAttribute(attribute, content)).toEqual({ value, complaint: undefined })
})

test.each([
  ['published_laps', '23 laps', '"published_laps" must be a number of laps; "23 laps" is left out.'],
  ['published_laps', -1, '"published_laps" must be a number of laps; "-1" is left out.'],
  ['published_laps', 1.5, '"published_laps" must be a number of laps; "1.5" is left out.'],
  ['tie_order', 'first', '"tie_order" must be a number; "first" is left out.'],
  ['tie_order', [1], '"tie_order" must be a number; "[1]" is left out.'],
  ['tie_order', 'Infinity', '"tie_order" must be a number; "Infinity" is left out.'],
])('the attribute %s that is written as %j is left out with a complaint', (attribute, content, complaint) => {
  expect(readNumberAttribute(attribute, content)).toEqual({ value: undefined, complaint })
})

test('any other attribute is none of these numbers', () => {
  expect(readNumberAttribute('number', '44')).toBeUndefined()
})
