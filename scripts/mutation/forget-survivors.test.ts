import { expect, test } from 'vitest'
import { forgetSurvivors } from './forget-survivors.ts'

test('killed mutants are remembered unchanged, and mutants of any other status are forgotten', () => {
  const mutants = ['Killed', 'Survived', 'NoCoverage', 'Timeout', 'RuntimeError'].map((status) => ({
    id: status,
    status,
  }))
  const remembered = { schemaVersion: '1.0', files: { 'lib/sync/sync.ts': { source: 'text', mutants } } }
  expect(JSON.parse(forgetSurvivors(JSON.stringify(remembered)))).toEqual({
    schemaVersion: '1.0',
    files: { 'lib/sync/sync.ts': { source: 'text', mutants: [{ id: 'Killed', status: 'Killed' }] } },
  })
})
