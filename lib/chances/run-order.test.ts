import { expect, test } from 'vitest'
import { standingsOf, type TestEntry } from '../standings/stand.fixture.ts'
import { nextToRun } from './run-order.ts'

const entry = (name: string, run_order: unknown, rest: Record<string, unknown> = {}): TestEntry => {
  return [name, 'SS', ['40.0'], { run_order, ...rest } as NonNullable<TestEntry[3]>]
}

function next(entries: readonly TestEntry[], last: string, settings = {}) {
  const { all, of } = standingsOf(entries, settings)
  return nextToRun(all, of(last), 2).map(({ driver }) => driver.driver_name)
}

test('the next are those behind in the order, and after the last the first', () => {
  const field = [entry('Ann', 3), entry('Bob', '10'), entry('Cid', ' 1 '), entry('Dan', 'later'), entry('Eve', '')]
  expect(next(field, 'Cid')).toEqual(['Ann', 'Bob'])
  expect(next(field, 'Bob')).toEqual(['Cid', 'Ann'])
  expect(next(field, 'Dan')).toEqual([])
})

test('heats stay among themselves, and who has no run left does not come', () => {
  const field = [
    entry('Ann', 1, { heat: '1' }),
    entry('Bob', 2, { heat: '2' }),
    entry('Cid', 3, { heat: '1', runs: ['40', '41'] }),
    entry('Dan', 4, { heat: '1' }),
  ]
  expect(next(field, 'Ann')).toEqual(['Cid', 'Dan'])
  expect(next(field, 'Ann', { runs_per_entry: 2 })).toEqual(['Dan'])
})

test('nothing is made up where the file does not say', () => {
  expect(next([entry('Ann', undefined), entry('Bob', undefined)], 'Ann')).toEqual([])
})
