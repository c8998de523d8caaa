import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { defaultPlan, sections, shortPlan } from '../measure/plan.ts'
import { readOptions } from './options.ts'

test('without parameters, everything is measured as planned', () => {
  expect(readOptions([], 20_000)).toEqual({ plan: defaultPlan, sections, json: undefined, pin: true })
})

test('given sections and numbers, then only those change', () => {
  const parameters = ['saves', 'fan-out', '--clients', '300', '--rounds=1', '--json', 'a.json', '--no-pin']
  expect(readOptions(parameters, undefined)).toEqual({
    plan: { ...defaultPlan, clients: 300, rounds: 1 },
    sections: ['fan-out', 'saves'],
    json: 'a.json',
    pin: false,
  })
  expect(readOptions(['--short', '--revisions', '3'], 1024)).toMatchObject({ plan: { ...shortPlan, revisions: 3 } })
  expect(readOptions(['--help'], 1024)).toBe('help')
})

test.each([
  [['fanout'], 'There is no section "fanout". Sections: fan-out, storms, slow, pages, saves.'],
  [['--clients', '3'], '--clients takes a whole number from 4 to 50000; it is "3".'],
  [['--rounds', 'many'], '--rounds takes a whole number from 1 to 100; it is "many".'],
  [['--clients', '2000'], 'A process may open 1024 files here, which is enough for 824 clients; ulimit -n raises it.'],
  [['--unknown'], /--unknown/],
])('given %s, then the error names what is wrong', (parameters, message) => {
  expect(() => readOptions(parameters, 1024)).toThrow(OptionError)
  expect(() => readOptions(parameters, 1024)).toThrow(message)
})
