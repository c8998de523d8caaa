import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allTables } from './all-tables.ts'
import { allCharts } from './charts.ts'
import { fillTables } from './document.ts'
import { chartPath, documentPath, resultsPath } from './report-files.ts'
import { resultsSchema } from './results.ts'

test('a table is put into its place, and what was there before is gone', () => {
  const table = {
    name: 'costs',
    title: '',
    header: ['server', 'ms'],
    rows: [
      ['a|b', '1'],
      ['c', '2'],
    ],
  }
  const document = 'Text.\n\n<!-- table: costs -->\n| old | table |\n|---|---|\n\nMore.\n'
  const filled = 'Text.\n\n<!-- table: costs -->\n| server | ms |\n| --- | ---: |\n| a\\|b | 1 |\n| c | 2 |\n\nMore.\n'
  expect(fillTables(document, [table])).toBe(filled)
  expect(fillTables(filled, [table])).toBe(filled)
})

test('given a table without a place, then filling fails; a place without a table says so', () => {
  const table = { name: 'costs', title: '', header: ['a'], rows: [] }
  expect(() => fillTables('Text.\n', [table])).toThrow('no place for the tables costs')
  expect(fillTables('<!-- table: other -->\n', [])).toContain('Not measured')
})

test('the tables and charts of docs/PERFORMANCE.md are those of the committed figures', () => {
  const results = resultsSchema.parse(JSON.parse(readFileSync(resultsPath, 'utf8')))
  const document = readFileSync(documentPath, 'utf8')
  expect(document).toBe(fillTables(document, allTables(results)))
  const charts = allCharts(results)
  expect(charts.size).toBeGreaterThan(0)
  for (const [name, svg] of charts) {
    expect(readFileSync(chartPath(name), 'utf8')).toBe(svg)
    expect(document).toContain(`(performance/${name})`)
  }
})
