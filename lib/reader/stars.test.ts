import { expect, test } from 'vitest'
import { formatStars, mostStars, readStars, withFollowed, withoutStar, withStar, withStars } from './stars.ts'

test('a star is added, removed, and read back from the storage', () => {
  const one = withStar(new Set(), '__proto__')
  const two = withStar(one, 'Åsa Lindqvist')
  expect([...readStars(formatStars(two))]).toEqual(['__proto__', 'Åsa Lindqvist'])
  expect([...withStar(two, '__proto__')]).toEqual(['Åsa Lindqvist'])
  expect(one.size).toBe(1)
})

test.each([[null], ['{'], ['{"a":1}'], ['[1,null]']])('there are no stars for a storage with %s', (text) => {
  expect(readStars(text).size).toBe(0)
})

test('no star is added or read beyond the limit', () => {
  const many = new Set(Array.from({ length: mostStars }, (_, index) => `Driver ${index}`))
  expect(withStar(many, 'One more').size).toBe(mostStars)
  expect(readStars(JSON.stringify([...many, 'One more'])).size).toBe(mostStars)
})

test('the names of a link are followed beside the stars of the browser', () => {
  const own = new Set(['Åsa Lindqvist'])
  expect([...withFollowed(own, ['__proto__', 'Åsa Lindqvist'])]).toEqual(['Åsa Lindqvist', '__proto__'])
  expect(withFollowed(own, ['Åsa Lindqvist'])).toBe(own)
})

test('many stars are added at once up to the limit, and one is removed alone', () => {
  const two = withStars(new Set(['Ann']), ['__proto__', 'Ann'])
  expect([...two]).toEqual(['Ann', '__proto__'])
  expect([...withoutStar(two, 'Ann')]).toEqual(['__proto__'])
  expect(withoutStar(two, 'Nobody')).toBe(two)
  const many = Array.from({ length: mostStars + 5 }, (_, index) => `Driver ${index}`)
  expect([...withStars(two, many)]).toEqual(['Ann', '__proto__', ...many.slice(0, mostStars - 2)])
})
