import { expect, test } from 'vitest'
import { objections } from './verdict.ts'

test('a soak without faults and with enough versions and states has no objections', () => {
  expect(objections({ faults: [], versions: 11, states: 101 })).toEqual([])
})

test('every fault of a soak is an objection', () => {
  expect(objections({ faults: ['one', 'two'], versions: 11, states: 101 })).toEqual(['one', 'two'])
})

test.each([
  [10, 101],
  [11, 100],
])('a soak with %i versions and %i states has the objection that too little happened', (versions, states) => {
  expect(objections({ faults: [], versions, states })).toEqual([
    `too little happened: ${versions} versions, ${states} states looked at`,
  ])
})
