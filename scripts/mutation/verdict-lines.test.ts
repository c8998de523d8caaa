import { expect, test } from 'vitest'
import type { FileVerdict } from './judge-report.ts'
import { verdictLines } from './verdict-lines.ts'

const good: FileVerdict = {
  file: 'lib/sync/sync.ts',
  killed: 99,
  accepted: 1,
  undecided: 0,
  unlisted: [],
  outdated: [],
  score: 99,
  threshold: 95,
  isGood: true,
}

test('a good file has one row in the table and no complaint', () => {
  expect(verdictLines([good])).toEqual([
    'file              killed  accepted  unlisted   score  at least',
    'lib/sync/sync.ts      99         1         0  99.0 %      95 %',
  ])
})

test('each complaint has a line that names the file, the mutator and the code', () => {
  const code = { mutator: 'BooleanLiteral', from: 'true', to: 'false' }
  const bad = {
    ...good,
    undecided: 2,
    score: 90,
    unlisted: [{ line: 7, ...code }],
    outdated: [{ ...code, reason: 'equivalent' }],
  }
  expect(verdictLines([bad]).slice(2)).toEqual([
    'lib/sync/sync.ts:7 survived, BooleanLiteral: true → false',
    'lib/sync/sync.ts has no such survivor now, BooleanLiteral: true → false',
    'lib/sync/sync.ts has 2 mutants without a verdict',
    'lib/sync/sync.ts is below its threshold: 90.0 % of 95 %',
  ])
})
