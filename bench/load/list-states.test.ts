import { expect, test } from 'vitest'
import { createListStates, type ListMessage, type ListState, noList } from './list-states.ts'

const driver = (name: string, run: string) => ({ driver_name: name, runs: [run] })
const list: ListMessage = {
  kind: 'list',
  version: 5,
  drivers: [driver('Ann', '40.1'), driver('Bob', '41.2')],
  log: 'x',
}
const change = (from: number, version: number, run: string): ListMessage => ({
  kind: 'changes',
  ...{ from, version },
  update: [driver('Ann', run)],
  destroy: [],
})

function after(messages: readonly ListMessage[]): ListState | 'gap' {
  const next = createListStates()
  return messages.reduce<ListState | 'gap'>(
    (state, message) => (state === 'gap' ? state : next(state, message)),
    noList,
  )
}

test('a list and its changes make the list of the newest version', () => {
  const state = after([list, change(5, 6, '39.9'), change(6, 7, '39.8')])
  expect(state).toMatchObject({ version: 7, log: 'x' })
  expect(state !== 'gap' && [...state.drivers.values()]).toEqual([driver('Ann', '39.8'), driver('Bob', '41.2')])
})

test('given changes after a missing version, then there is a gap', () => {
  expect(after([list, change(6, 7, '39.8')])).toBe('gap')
})

test('late, doubled and overlapping messages change nothing that is newer', () => {
  expect(after([list, change(5, 6, '39.9'), change(4, 5, '99.9'), list])).toMatchObject({ version: 6 })
  expect(after([list, change(5, 6, '39.9'), change(4, 8, '39.7')])).toMatchObject({ version: 8 })
})

test('changes before the first list are left to that list', () => {
  expect(after([change(5, 6, '39.9')])).toBe(noList)
  expect(after([change(4, 5, '39.9'), list])).toMatchObject({ version: 5 })
})

test('given equal messages, then clients with equal lists share the next one, and the others do not', () => {
  const next = createListStates()
  const [first, second] = [next(noList, list), next(noList, list)]
  expect(first).toBe(second)
  const update = change(5, 6, '39.9')
  expect(next(first as ListState, update)).toBe(next(second as ListState, update))
  expect(next(first as ListState, change(5, 6, '1'))).not.toBe(next(first as ListState, change(5, 6, '2')))
})
