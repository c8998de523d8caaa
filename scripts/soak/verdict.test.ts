import { expect, test } from 'vitest'
import { objections } from './verdict.ts'

test('nothing speaks against a run with enough versions and states, and without faults', () => {
  expect(objections({ faults: [], versions: 11, states: 101 })).toEqual([])
})

test('every fault of a run speaks against it', () => {
  expect(objections({ faults: ['one', 'two'], versions: 11, states: 101 })).toEqual(['one', 'two'])
})

test.each([
  [10, 101],
  [11, 100],
])('a run with %i versions and %i states shows too little', (versions, states) => {
  expect(objections({ faults: [], versions, states })).toEqual([
    `too little happened: ${versions} versions, ${states} states looked at`,
  ])
})
