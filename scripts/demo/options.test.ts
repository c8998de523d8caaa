import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('without options, a car every two seconds, over and over', () => {
  expect(readOptions([])).toEqual({ every: 2000, once: false, folder: undefined })
})

test('options are read', () => {
  expect(readOptions(['--every', '0.25', '--once', '--folder', 'here'])).toEqual({
    every: 250,
    once: true,
    folder: 'here',
  })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([[['--every', 'fast']], [['--every', '-1']], [['--folder', '']], [['--port', '1']], [['more']]])(
  '%j is refused',
  (parameters) => {
    expect(() => readOptions(parameters)).toThrow(OptionError)
  },
)
