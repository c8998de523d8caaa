import { expect, test } from 'vitest'
import { parseRun } from '../record/run.ts'
import { penaltyText, runWords } from './run-words.ts'

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

test.each([
  ['8:41.230+0:10.00', '521.230 + 10.000 s', '+10.000'],
  ['61.078+2.5', '61.078 + 2.500 s', '+2.500'],
  ['61.078+1/2', '61.078 + 1 cone, 2 gates', '+1/2'],
  ['61.078', '61.078 clean', ''],
])('the penalty of %s is said as %s and written as %s', (run, words, text) => {
  expect(runWords(run, 'seconds')).toBe(words)
  const parsed = parseRun(run)
  expect(parsed.kind === 'timed' && penaltyText(parsed)).toBe(text)
})
