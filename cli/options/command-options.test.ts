import { expect, test } from 'vitest'
import { parseOptions, readNumber, readWholeNumber } from './command-options.ts'
import { OptionError } from './option-error.ts'

const known = { every: { type: 'string', default: '2' }, once: { type: 'boolean', default: false } } as const

test('options have the values of the command line, and their defaults otherwise', () => {
  expect(parseOptions([], known)).toMatchObject({ values: { every: '2', once: false } })
  expect(parseOptions(['--every', '7', '--once'], known)).toMatchObject({ values: { every: '7', once: true } })
})

test.each([[['--help']], [['-h']], [['--once', '--help']]])('%j asks for help', (parameters) => {
  expect(parseOptions(parameters, known)).toBe('help')
})

test('a word without an option is refused, and taken where positionals are', () => {
  expect(() => parseOptions(['word'], known)).toThrow(OptionError)
  expect(parseOptions(['word'], known, true)).toMatchObject({ positionals: ['word'] })
})

test.each([[['--never']], [['--every']], [['--once=yes']]])('%j is refused in one line', (parameters) => {
  expect(() => parseOptions(parameters, known)).toThrow(OptionError)
})

test('a number is read from its least to its most', () => {
  expect(['1', '2.5', '10'].map((text) => readNumber('--n', text, 1, 10))).toEqual([1, 2.5, 10])
  expect(['-5', '5'].map((text) => readWholeNumber('--n', text, -5, 5))).toEqual([-5, 5])
})

test.each(['', '0.9', '10.1', '-1', '1e1', 'ten', ' 2', 'Infinity'])('%j is no number from 1 to 10', (text) => {
  expect(() => readNumber('--n', text, 1, 10)).toThrow(`--n takes a number from 1 to 10; it is "${text}".`)
})

test.each(['', '2.5', '6', '-6', '0x1'])('%j is no whole number from -5 to 5', (text) => {
  expect(() => readWholeNumber('--n', text, -5, 5)).toThrow(OptionError)
})
