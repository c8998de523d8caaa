import { expect, test } from 'vitest'
import { classStateWords } from './class-state-words.ts'

test.each([
  [{ kind: 'open', runs_left: 11 }, 'open · 11 runs left'],
  [{ kind: 'podium_open', runs_left: 1 }, 'podium open · 1 run left'],
  [{ kind: 'podium_open', runs_left: undefined }, 'podium open'],
  [{ kind: 'decided', runs_left: 2 }, 'decided'],
] as const)('given the state %o of a class, then the words are "%s"', (state, words) => {
  expect(classStateWords(state)).toBe(words)
})
