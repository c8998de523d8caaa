import { expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { defaultPlan, shortPlan, usualSections } from '../measure/plan.ts'
import { subjectNames } from '../peers/peer-names.ts'
import { readOptions } from './options.ts'

test('without parameters, everything is measured as planned', () => {
  expect(readOptions([], 20_000)).toEqual({
    plan: defaultPlan,
    sections: usualSections,
    servers: subjectNames,
    json: undefined,
    pin: true,
  })
})

test('given sections and numbers, then only those change', () => {
  const parameters = ['saves', 'fan-out', '--clients', '300', '--rounds=1', '--json', 'a.json', '--no-pin']
  expect(readOptions(parameters, undefined)).toEqual({
    plan: { ...defaultPlan, clients: 300, rounds: 1 },
    sections: ['fan-out', 'saves'],
    servers: subjectNames,
    json: 'a.json',
    pin: false,
  })
  expect(readOptions(['--short', '--revisions', '3'], 1024)).toMatchObject({ plan: { ...shortPlan, revisions: 3 } })
  expect(readOptions(['churn', '--minutes', '2'], 1e4)).toMatchObject({ plan: { churn: { seconds: 120 } } })
  expect(readOptions(['--help'], 1024)).toBe('help')
})

test('given servers, then Paddock and the floor are measured as well', () => {
  expect(readOptions(['--servers', 'polling,socket.io'], 20_000)).toMatchObject({
    servers: ['Paddock', 'raw ws', 'socket.io', 'polling with ETag'],
  })
  expect(readOptions(['--servers', 'none'], 20_000)).toMatchObject({ servers: ['Paddock', 'raw ws'] })
})

test.each([
  [['fanout'], 'There is no section "fanout". Sections: fan-out, storms, slow, pages, saves, churn.'],
  [['--clients', '3'], '--clients takes a whole number from 4 to 50000; it is "3".'],
  [['--rounds', 'many'], '--rounds takes a whole number from 1 to 100; it is "many".'],
  [['--servers', 'nginx'], 'There is no server "nginx".'],
  [['--unknown'], /--unknown/],
])('given %s, then the error names what is wrong', (parameters, message) => {
  expect(() => readOptions(parameters, 20_000)).toThrow(OptionError)
  expect(() => readOptions(parameters, 20_000)).toThrow(message)
})

test('given more clients than a process may open files, then the error says how many are enough', () => {
  const message = 'A process may open 1024 files here, which is enough for 824 clients; ulimit -n raises it.'
  expect(() => readOptions([], 1024)).toThrow(message)
  expect(readOptions(['--clients', '824'], 1024)).toMatchObject({ plan: { clients: 824 } })
})
