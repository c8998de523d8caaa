import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedKeyMap } from './shared-key-map.ts'

const keyOf = ([key = '']: string) => key

/** The results of all methods of a map. */
function contentOf(map: ReadonlyMap<string, string>) {
  const visited: [string, string][] = []
  map.forEach((value, key) => {
    visited.push([key, value])
  })
  const [keys, values] = [[...map.keys()], [...map.values()]]
  const found = ['a', 'b', 'c', 'z', '__proto__'].map((key) => [map.get(key), map.has(key)])
  return { size: map.size, visited, all: [...map], entries: [...map.entries()], keys, values, found }
}

test('with() makes a map that is equal to a changed copy, and leaves the original unchanged', () => {
  const value = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string()).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(value), fc.array(fc.array(value)), (first, steps) => {
      let expected = new Map(first.map((one) => [keyOf(one), one]))
      let map: SharedKeyMap<string> | undefined = SharedKeyMap.from(expected)
      for (const values of steps) {
        const known = values.filter((one) => expected.has(keyOf(one)))
        const before: SharedKeyMap<string> = map
        const content = contentOf(before)
        map = before.with(known, keyOf)
        expect(contentOf(before)).toEqual(content)
        expected = new Map([...expected, ...known.map((one): [string, string] => [keyOf(one), one])])
        if (!map) return expect.fail('all keys are known')
        expect(contentOf(map)).toEqual(contentOf(expected))
      }
    }),
  )
})

test('with() returns undefined for a key that the map does not have', () => {
  expect(SharedKeyMap.from(new Map([['a', 'a1']])).with(['a2', 'b1'], keyOf)).toBeUndefined()
})

test('from() returns the same map when it is a SharedKeyMap', () => {
  const map = SharedKeyMap.of(['a'], ['a1'])
  expect(SharedKeyMap.from(map)).toBe(map)
})
