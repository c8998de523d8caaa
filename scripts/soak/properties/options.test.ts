import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { OptionError } from '../../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('soak:laws without options tries a million cases of all properties on all cores with a random seed', () => {
  const options = readOptions([])
  expect(options).toMatchObject({ cases: 1_000_000, title: '', path: undefined, workers: availableParallelism() })
  expect(options).not.toEqual(readOptions([]))
})

test('the options of soak:laws are read from the command line', () => {
  expect(readOptions(['--cases', '5000000', '--seed=-7', '--law', '[P9]', '--workers', '3'])).toEqual({
    cases: 5_000_000,
    seed: -7,
    title: '[P9]',
    path: undefined,
    workers: 3,
  })
  expect(readOptions(['--help'])).toBe('help')
})

test('soak:laws with a path tries one case', () => {
  expect(readOptions(['--seed', '7', '--path', '5:0:1'])).toMatchObject({ cases: 1, path: '5:0:1' })
})

test.each([
  [['--cases', '0']],
  [['--cases', '1e6']],
  [['--seed', 'x']],
  [['--seed', '2147483648']],
  [['--workers', '0']],
  [['--path', '1:2']],
  [['--path', 'a', '--seed', '1']],
  [['--port', '1']],
  [['more']],
])('soak:laws refuses %j', (parameters) => {
  expect(() => readOptions(parameters)).toThrow(OptionError)
})
