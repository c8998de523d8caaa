import { expect, test } from 'vitest'
import { createPassMemory } from '../../memory/pass-memory.ts'
import { createKeptRows, type KeptRow } from './kept-rows.ts'

const loop = { name: 'row', asksForRuns: false, isOuter: false }

test('given a row that a pass does not ask for, then what was kept of it is forgotten', () => {
  const memory = createPassMemory<object, KeptRow>()
  const rows = createKeptRows([loop], [memory], { onReads: () => undefined, runsOf: () => undefined })
  const [ann, bo] = [{ name: 'Ann' }, { name: 'Bo' }]
  for (const row of [ann, bo]) {
    rows.begin(row)
    rows.keep(0, row, row.name)
  }
  rows.end()
  expect(rows.recall(0, ann)?.text).toBe('Ann')
  rows.end()
  expect([ann, bo].map((row) => memory.last(row)?.text)).toEqual(['Ann', undefined])
})

test('given a row that is kept, when it is recalled, then the names that it took from its records are noted again', () => {
  const reads: (readonly [object, readonly string[]])[] = []
  const onReads = (record: object, names: readonly string[]) => reads.push([record, names])
  const rows = createKeptRows([loop], [createPassMemory()], { onReads, runsOf: () => undefined })
  const row = { name: 'Ann', columns: { tire: 'A' } }
  rows.begin(row)
  rows.noteRead(row, 'name')
  rows.noteRead(row, 'columns')
  rows.noteRead(row.columns, 'tire')
  rows.keep(0, row, 'Ann A')
  rows.recall(0, row)
  expect(reads).toEqual([
    [row, ['name', 'columns']],
    [row.columns, ['tire']],
  ])
})
