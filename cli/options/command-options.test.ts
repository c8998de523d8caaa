import { expect, test } from 'vitest'
import { parseOptions, readNumber, readWholeNumber } from './command-options.ts'
import { OptionError } from './option-error.ts'

const known = { every: { type: 'string', default: '2' }, once: { type: 'boolean', default: false } } as const

test('an option has its value from the command line, or its default', () => {
  expect(parseOptions([], known)).toMatchObject({ values: { every: '2', once: false } })
  expect(parseOptions(['--every', '7', '--once'], known)).toMatchObject({ values: { every: '7', once: true } })
})

test.each([[['--help']], [['-h']], [['--once', '--help']]])('%j is read as a request for help', (parameters) => {
  expect(parseOptions(parameters, known)).toBe('help')
})

test('a word without an option is refused unless positionals are allowed', () => {
  expect(() => parseOptions(['word'], known)).toThrow(OptionError)
  expect(parseOptions(['word'], known, true)).toMatchObject({ positionals: ['word'] })
})

test.each([[['--never']], [['--every']], [['--once=yes']]])('the options refuse %j', (parameters) => {
  expect(() => parseOptions(parameters, known)).toThrow(OptionError)
})

test('a number is read when it is within its limits', () => {
  expect(['1', '2.5', '10'].map((text) => readNumber('--n', text, 1, 10))).toEqual([1, 2.5, 10])
  expect(['-5', '5'].map((text) => readWholeNumber('--n', text, -5, 5))).toEqual([-5, 5])
})

test.each(['', '0.9', '10.1', '-1', '1e1', 'ten', ' 2', 'Infinity'])(
  '%j is refused as a number from 1 to 10',
  (text) => {
    expect(() => readNumber('--n', text, 1, 10)).toThrow(`--n takes a number from 1 to 10; it is "${text}".`)
  },
)

test.each(['', '2.5', '6', '-6', '0x1'])('%j is refused as a whole number from -5 to 5', (text) => {
  expect(() => readWholeNumber('--n', text, -5, 5)).toThrow(OptionError)
})
