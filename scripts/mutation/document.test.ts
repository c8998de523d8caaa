import { expect, test } from 'vitest'
import { mergedRows, mutationsDocument, type Row, rowsIn } from './document.ts'
import { guardsOf } from './guard.ts'

const caughtBy = { file: 'lib/gate.test.ts', titles: ['the gate', '[P1] lets | nobody `in`'] }
const rows: readonly Row[] = [
  { id: 'young', what: 'the young | stay outside', rules: ['P1', 'L2'], file: 'lib/gate.ts', caughtBy },
  { id: 'endless', what: 'it ends', rules: [], file: 'lib/fence.ts', caughtBy: undefined },
]

test('a document is read as it was written', () => {
  const document = mutationsDocument(rows, 3)
  expect(document).toContain('Of 3 guards, the\n2 below, in 2 files')
  expect(rowsIn(document)).toEqual(rows)
})

test('rows that were found replace those from before; all are in the order of the guards, and say what guards now say', () => {
  const guards = [
    ...guardsOf('lib/fence.ts', [], [{ id: 'endless', what: 'it ends', find: 'a', replace: 'b' }]),
    ...guardsOf('lib/door.ts', [], [{ id: 'young', what: 'moved', find: 'a', replace: 'b' }]),
    ...guardsOf('lib/door.ts', [], [{ id: 'new', what: 'never tried', find: 'a', replace: 'b' }]),
  ]
  const found = [{ ...rows[1], id: 'endless', what: '', rules: [], file: '', caughtBy }]
  expect(mergedRows(guards, [...rows, { ...found[0], id: 'gone' } as Row], found)).toEqual([
    { id: 'endless', what: 'it ends', rules: [], file: 'lib/fence.ts', caughtBy },
    { id: 'young', what: 'moved', rules: [], file: 'lib/door.ts', caughtBy },
  ])
})
