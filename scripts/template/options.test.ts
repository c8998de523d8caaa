import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('the options of template are read from the command line', () => {
  expect(readOptions(['live.rgg'])).toEqual({ files: ['live.rgg'], out: undefined, print: false })
  expect(readOptions(['a.html', 'b.html', '--out', 'day'])).toEqual({
    files: ['a.html', 'b.html'],
    out: 'day',
    print: false,
  })
  expect(readOptions(['live.rgg', '--print'])).toMatchObject({ print: true })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([
  [[]],
  [['live.rgg', '--out', '']],
  [['live.rgg', '--out']],
  [['live.rgg', '--print', '--out', 'day']],
  [['live.rgg', '--force']],
])('template refuses %j', (parameters) => {
  expect(() => readOptions(parameters)).toThrow(OptionError)
})
