import { expect, test } from 'vitest'
import { guardsOf } from './guard.ts'
import { chosen, OptionError, readOptions, usage } from './options.ts'

const guards = [
  ...guardsOf('lib/gate.ts', [], [{ id: 'gate', what: '', find: 'a', replace: 'b' }]),
  ...guardsOf('lib/fence.ts', [], [{ id: 'lib', what: '', find: 'a', replace: 'b' }]),
  ...guardsOf('server/gate.ts', [], [{ id: 'other', what: '', find: 'a', replace: 'b' }]),
]
const ids = (only: string) => chosen(guards, { only, jobs: 1 }).map(({ id }) => id)

test('nothing said, all guards are meant, by at least one job', () => {
  const options = readOptions([])
  expect(options).toMatchObject({ only: '' })
  expect(options !== 'help' && options.jobs).toBeGreaterThanOrEqual(1)
  expect(ids('')).toEqual(['gate', 'lib', 'other'])
})

test('an id is meant before a part of a path', () => {
  expect(readOptions(['--only', 'lib', '--jobs', '3'])).toEqual({ only: 'lib', jobs: 3 })
  expect(ids('lib')).toEqual(['lib'])
  expect(ids('lib/')).toEqual(['gate', 'lib'])
  expect(ids('gate.ts')).toEqual(['gate', 'other'])
  expect(() => ids('gates')).toThrow(OptionError)
})

test.each([[['--jobs', '0']], [['--jobs', 'two']], [['--jobs', '65']], [['--other']], [['word']]])(
  '%j cannot be used',
  (parameters) => {
    expect(() => readOptions(parameters)).toThrow(OptionError)
  },
)

test('help says every option', () => {
  expect(readOptions(['-h'])).toBe('help')
  for (const option of ['--only', '--jobs']) expect(usage).toContain(option)
})
