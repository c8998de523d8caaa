import { expect, test } from 'vitest'
import { createPlaces } from './places.ts'

test('given places for all and for an address, then each limit holds, and a place that is given back twice counts once', () => {
  const places = createPlaces({ total: 3, perAddress: 2 })
  const first = places.take('a')
  places.take('a')
  expect(places.take('a')).toBe('address_full')
  places.take(undefined)
  expect(places.take('b')).toBe('full')
  if (typeof first !== 'function') throw new Error('there was no place')
  first()
  first()
  expect(places.count()).toBe(2)
  expect(places.take('b')).toBeTypeOf('function')
  expect(places.take('a')).toBe('full')
})
