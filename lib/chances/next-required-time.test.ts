import { expect, test } from 'vitest'
import { standingsOf, type TestEntry } from '../standings/stand.fixture.ts'
import { nextNeed } from './next-required-time.ts'

const field: TestEntry[] = [
  ['Ann', 'SS', ['40.000']],
  ['Bob', 'SS', ['40.500']],
  ['Cid', 'SS', ['41.000', '42.000']],
  ['Dan', 'ST', ['50.000']],
]

function next(name: string, entries: readonly TestEntry[] = field, settings = {}) {
  const { all, of } = standingsOf(entries, settings)
  return nextNeed(of(name), all)
}

test('is the nearest place ahead, and how much faster than so far', () => {
  expect(next('Cid')).toMatchObject({ kind: 'needs', need: { position: { place: 2 }, run: 40_499, improvement: 501 } })
})

test('of who leads is by how much; alone, by nothing that could be told', () => {
  expect(next('Ann')).toEqual({ kind: 'leads', by: 500 })
  expect(next('Dan')).toEqual({ kind: 'leads', by: undefined })
  expect(next('Ann', [...field, ['Eve', 'SS', ['40.000']]])).toEqual({ kind: 'leads', by: 0 })
})

test('is nothing without a run left', () => {
  expect(next('Cid', field, { runs_per_entry: 2 })).toEqual({ kind: 'nothing' })
})
