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
