import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { firstToRun, nextToRun } from './run-order.ts'

const entry = (name: string, run_order: unknown, rest: Record<string, unknown> = {}): TestEntry => {
  return [name, 'SS', ['40.0'], { run_order, ...rest } as NonNullable<TestEntry[3]>]
}

function next(entries: readonly TestEntry[], last: string, settings = {}) {
  const { all, of } = testStandings(entries, settings)
  return nextToRun(all, of(last), 2).map(({ driver }) => driver.driver_name)
}

test('the next entries are those with a higher run_order, and behind the last one the first', () => {
  const entries = [entry('Ann', 3), entry('Bob', '10'), entry('Cid', ' 1 '), entry('Dan', 'later'), entry('Eve', '')]
  expect(next(entries, 'Cid')).toEqual(['Ann', 'Bob'])
  expect(next(entries, 'Bob')).toEqual(['Cid', 'Ann'])
  expect(next(entries, 'Dan')).toEqual([])
})

test('the next entries are in the same heat and have a run left', () => {
  const entries = [
    entry('Ann', 1, { heat: '1' }),
    entry('Bob', 2, { heat: '2' }),
    entry('Cid', 3, { heat: '1', runs: ['40', '41'] }),
    entry('Dan', 4, { heat: '1' }),
  ]
  expect(next(entries, 'Ann')).toEqual(['Cid', 'Dan'])
  expect(next(entries, 'Ann', { runs_per_entry: 2 })).toEqual(['Dan'])
})

test('there are no next entries without a run_order', () => {
  expect(next([entry('Ann', undefined), entry('Bob', undefined)], 'Ann')).toEqual([])
})

test('given a run order in two heats, then the first of the day are those of the first heat, heat 2 before heat 10', () => {
  const entries = [
    entry('Ann', 1, { heat: '10' }),
    entry('Bob', 9, { heat: '2' }),
    entry('Cid', 4, { heat: '2' }),
    entry('Dan', 'later', { heat: '1' }),
  ]
  const { all } = testStandings(entries)
  const names = (most: number) => firstToRun(all, most).map(({ driver }) => driver.driver_name)
  expect(names(5)).toEqual(['Cid', 'Bob', 'Ann'])
  expect(names(2)).toEqual(['Cid', 'Bob'])
})
