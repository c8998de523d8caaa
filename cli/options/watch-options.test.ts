import { expect, test } from 'vitest'
import { OptionError } from './option-error.ts'
import { readOptions } from './watch-options.ts'

test('watch without options shows all classes of the server on this machine without end', () => {
  expect(readOptions([])).toEqual({
    address: 'http://localhost:3000',
    className: undefined,
    once: false,
    timeout: 10_000,
  })
})

test('the options of watch are read from the command line', () => {
  expect(readOptions(['--once', 'example.org/live', '--class', ' ss ', '--timeout', '2.5'])).toEqual({
    address: 'http://example.org',
    className: 'ss',
    once: true,
    timeout: 2500,
  })
  expect(readOptions(['nonsense nonsense', '--help'])).toBe('help')
  expect(readOptions(['-h'])).toBe('help')
})

test.each([
  [['--class', ' ']],
  [['--class']],
  [['--once', '--timeout', '0']],
  [['--once', '--timeout', 'soon']],
  [['--once', '--timeout', '-1']],
  [['--once', '--timeout', '3601']],
  [['--timeout', '5']],
  [['--port', '1']],
  [['localhost', 'example.org']],
  [['ftp://example.org']],
])('watch refuses %j', (parameters) => {
  expect(() => readOptions(parameters)).toThrow(OptionError)
})
