import { expect, test } from 'vitest'
import { reuseIfDeepEqual, reuseIfSameItems } from './reuse-if-equal.ts'

test('a list is reused only when the new one has the very same items in the same order', () => {
  const [a, b] = [{ name: 'equal' }, { name: 'equal' }]
  const before = [a, b]
  expect(reuseIfSameItems(before, [a, b])).toBe(before)
  for (const after of [[a], [b, a], [a, b, a], [], [a, { ...b }]]) expect(reuseIfSameItems(before, after)).toBe(after)
  expect(reuseIfSameItems(undefined, before)).toBe(before)
})

test('a value is reused when the new one is equal at every depth, whatever its objects are', () => {
  const before = { runs: [{ run: 1, marks: ['fastest'] }], progress: undefined }
  expect(reuseIfDeepEqual(before, structuredClone(before))).toBe(before)
})

test.each([
  ['has another value', { runs: [2] }],
  ['has one more item', { runs: [1, 2] }],
  ['has one item less', { runs: [] }],
  ['has one more field', { runs: [1], progress: undefined }],
  ['has another field', { marks: [1] }],
  ['is no object', 'runs'],
])('a value is not reused when the new one %s', (_difference, after) => {
  expect(reuseIfDeepEqual<unknown>({ runs: [1] }, after)).toBe(after)
})

test('a value is not reused when the new one has another name for an undefined field', () => {
  const after = { corrected: undefined }
  expect(reuseIfDeepEqual<unknown>({ progress: undefined }, after)).toBe(after)
})

test('without a value before, the new one is returned', () => {
  const first = { runs: [] }
  expect(reuseIfDeepEqual(undefined, first)).toBe(first)
})
