import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('without options, every picture into screenshots', () => {
  expect(readOptions([])).toEqual({ only: [], out: 'screenshots', readme: false })
})

test('options are read', () => {
  expect(readOptions(['--only', 'class', '--only', '390', '--out', 'here'])).toEqual({
    ...{ only: ['class', '390'], out: 'here', readme: false },
  })
  expect(readOptions(['--readme'])).toEqual({ only: [], out: 'docs/images', readme: true })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([[['--only', '']], [['--out', '']], [['--readme', '--out', 'x']], [['--theme', 'dark']], [['more']]])(
  '%j is refused',
  (parameters) => {
    expect(() => readOptions(parameters)).toThrow(OptionError)
  },
)
