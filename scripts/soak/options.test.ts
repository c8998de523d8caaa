import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('the soak without options takes ten minutes, a seed from the clock and sixty entries', () => {
  expect(readOptions([], 1_234_567)).toMatchObject({ seed: 234_567, rounds: 8, drivers: 60 })
  expect(readOptions(['--minutes', '60', '--seed', '7', '--drivers', '1300'], 1)).toMatchObject({
    seed: 7,
    rounds: 48,
    drivers: 1300,
  })
  expect(readOptions(['--help'], 1)).toBe('help')
})

test('a short soak has one round and thirty entries, and refuses --minutes', () => {
  expect(readOptions(['--short', '--seed', '7'], 1)).toMatchObject({
    seed: 7,
    rounds: 1,
    drivers: 30,
    leastVersions: 12,
  })
  expect(readOptions(['--short', '--drivers', '90'], 1)).toMatchObject({ drivers: 90 })
  expect(() => readOptions(['--short', '--minutes', '3'], 1)).toThrow(OptionError)
})

test.each([['--minutes', 'ten'], ['--minutes', '0'], ['--seed', '-1'], ['--drivers', '2'], ['--hours', '1'], ['more']])(
  'the soak refuses %s %s',
  (...parameters) => {
    expect(() => readOptions(parameters.filter(Boolean), 1)).toThrow(OptionError)
  },
)
