import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expected } from '../lib/sync/sync.fixture.ts'

test('the table of phases and events in PROTOCOL.md equals the one that sync.test.ts checks', () => {
  const page = readFileSync(new URL('PROTOCOL.md', import.meta.url), 'utf8')
  const [, table = ''] = /<!-- test: sync-table -->\n((?:\|.*\n)+)/.exec(page) ?? []
  const [head = [], , ...rows] = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const phases = head.slice(1) as (keyof typeof expected)[]
  const shown = phases.map((phase, column) => {
    return [phase, Object.fromEntries(rows.map(([event = '', ...cells]) => [event, cells[column] || phase]))]
  })
  expect(Object.fromEntries(shown)).toEqual(expected)
})
