import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'

test('the demo without options saves a run every two seconds and starts over at the end', () => {
  expect(readOptions([])).toEqual({ every: 2000, once: false, folder: undefined, replay: undefined, speed: 1 })
})

test('the options of the demo are read from the command line', () => {
  expect(readOptions(['--every', '0.25', '--once', '--folder', 'here'])).toEqual({
    every: 250,
    once: true,
    folder: 'here',
    replay: undefined,
    speed: 1,
  })
  expect(readOptions(['--replay', 'day.jsonl', '--speed', '20'])).toMatchObject({ replay: 'day.jsonl', speed: 20 })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([
  [['--every', 'fast']],
  [['--every', '-1']],
  [['--folder', '']],
  [['--port', '1']],
  [['more']],
  [['--speed', '2']],
  [['--replay', 'a', '--once']],
])('the demo refuses %j', (parameters) => {
  expect(() => readOptions(parameters)).toThrow(OptionError)
})
