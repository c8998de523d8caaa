import { expect, test } from 'vitest'
import { runWords } from './run-words.ts'

test.each([
  ['40.516', '40.516 clean'],
  ['41.266+1', '41.266 + 1 cone'],
  ['50.001+1/2', '50.001 + 1 cone, 2 gates'],
  ['61.078+DNF', '61.078 DNF'],
  ['dnf', 'DNF'],
  ['39.9+RRN', 'rerun'],
  [' 12:x ', '12:x'],
])('the run %s is “%s” in words', (text, words) => {
  expect(runWords(text, 'seconds')).toBe(words)
})
