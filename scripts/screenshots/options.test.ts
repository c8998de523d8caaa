import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('screenshots without options takes every picture into screenshots/', () => {
  expect(readOptions([])).toEqual({ only: [], out: 'screenshots', readme: false })
})

test('the options of screenshots are read from the command line', () => {
  expect(readOptions(['--only', 'class', '--only', '390', '--out', 'here'])).toEqual({
    ...{ only: ['class', '390'], out: 'here', readme: false },
  })
  expect(readOptions(['--readme'])).toEqual({ only: [], out: 'docs/images', readme: true })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([[['--only', '']], [['--out', '']], [['--readme', '--out', 'x']], [['--theme', 'dark']], [['more']]])(
  'screenshots refuses %j',
  (parameters) => {
    expect(() => readOptions(parameters)).toThrow(OptionError)
  },
)
